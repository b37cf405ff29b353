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
        var parsed = commands.Parse(WithHelpAsOption(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        var refused = parsed.Action is ParseErrorAction;
        string[] faults = [.. SwallowedOptions(parsed), .. refused ? parsed.Errors.Select(error => error.Message) : []];
        if (refused || (faults.Length > 0 && parsed.Action == parsed.CommandResult.Command.Action))
        {
            return Refuse(parsed, faults);
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
            // The edge of the program: no caller could report it better, and an abort would leave a core dump.
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

    private static string[] WithHelpAsOption(string[] args) => args switch
    {
        [] => ["--help"],
        ["help", .. var command] => [.. command, "--help"],
        _ => args,
    };

    /// <summary>
    /// The library takes an option that it does not know for an argument, and a mistyped option for a prompt would be a paid ad. After
    /// <c>--</c> there are no options.
    /// </summary>
    private static IEnumerable<string> SwallowedOptions(ParseResult parsed)
    {
        var meantAsText = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet<Token>(ReferenceEqualityComparer.Instance);
        var options = string.Join(", ", parsed.CommandResult.Command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => token.Value.StartsWith('-') && !meantAsText.Contains(token))
            .Select(token => $"'{token.Value}' is not an option of {ProgramName.With(Names(parsed))}. Its options are {options}. "
                + $"Text that begins with a hyphen goes after two: {ProgramName.With([.. Names(parsed), "--", token.Value])}");
    }

    private static int Refuse(ParseResult parsed, IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        if (PromptMistaken(parsed) is { } prompt)
        {
            Console.Error.WriteLine($"If that is the prompt of an ad, type:\n  {ProgramName.With("generate", prompt)}");
        }

        Console.Error.WriteLine($"See: {ProgramName.With([.. Names(parsed), "--help"])}");
        return ExitCodes.BadInput;
    }

    /// <summary>A prompt without quotes may begin with the name of a command: "serve coffee with a smile".</summary>
    private static string? PromptMistaken(ParseResult parsed)
    {
        const int FewestWords = 2;
        string[] words = [.. parsed.Tokens.Select(token => token.Value)];
        return parsed.UnmatchedTokens.Count >= FewestWords && words.All(word => !word.StartsWith('-'))
            ? string.Join(' ', words)
            : null;
    }

    /// <summary>The command as it is typed: <c>jobs</c>, <c>show</c>.</summary>
    private static List<string> Names(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Insert(0, result.Command.Name);
        }

        return names;
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
