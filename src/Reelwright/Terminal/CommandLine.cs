using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.Json;
using Reelwright.Api;
using Reelwright.Contracts.Json;

namespace Reelwright.Terminal;

/// <summary>Parses and runs a command, and turns whatever ends it into sentences and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand commands, string[] args)
    {
        var help = commands.Options.OfType<HelpOption>().Single();
        help.Action = new OurHelp((SynchronousCommandLineAction)help.Action!);

        // A prompt may begin with an @, so no argument is a file of further arguments.
        var parsed = commands.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(parsed);
        }

        using var interruption = new Interruption();
        try
        {
            // Signals are this program's own: the library would give a command two seconds and then leave.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, interruption.Token);
        }
        catch (CommandException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return problem.ExitCode;
        }
        catch (ApiProblemException problem)
        {
            return await ReportAsync(parsed, problem);
        }
        catch (HttpRequestException problem)
        {
            await Console.Error.WriteLineAsync($"The server can not be reached: {problem.Message}");
            return ExitCodes.Unreachable;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception fault)
        {
            // The edge of the program: nobody above could say it better, and an abort would leave a core dump.
            await Console.Error.WriteLineAsync($"That is a fault in Reelwright, please report it with these lines:\n{fault}");
            return ExitCodes.Failed;
        }
    }

    private static async Task<int> ReportAsync(ParseResult parsed, ApiProblemException problem)
    {
        foreach (var sentence in problem.Sentences)
        {
            await Console.Error.WriteLineAsync(sentence);
        }

        if (parsed.GetResult("--json") is OptionResult { Implicit: false })
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(problem.Problem, WireJson.Wire.Problem));
        }

        return problem.ExitCode;
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        var names = new List<string> { "--help" };
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Insert(0, result.Command.Name);
        }

        Console.Error.WriteLine($"See: {ProgramName.With(names)}");
        return ExitCodes.BadInput;
    }

    /// <summary>Every help names the command as the person typed it, and ends with what the exit codes mean.</summary>
    private sealed class OurHelp(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var configuration = parseResult.InvocationConfiguration;
            var output = configuration.Output;
            using var text = new StringWriter();
            configuration.Output = text;
            var code = help.Invoke(parseResult);
            configuration.Output = output;
            output.Write(text.ToString().Replace($"  {RootCommand.ExecutableName} ", $"  {ProgramName.Value} ", StringComparison.Ordinal));
            output.WriteLine(ExitCodes.Help);
            return code;
        }
    }
}
