using System.CommandLine;
using Reelwright.Doctor;
using Reelwright.Generating;
using Reelwright.Jobs;
using Reelwright.Serving;
using Reelwright.Storyboards;
using Reelwright.Terminal;

// Text comes from strangers: no pattern may search it for longer than this, whatever it is made of.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(3));

var commands = new RootCommand("From a prompt to a finished video ad.")
{
    ServeCommand.Create(),
    GenerateCommand.Create(),
    StoryboardCommand.Create(),
    JobsCommand.Create(),
    DoctorCommand.Create(),
};

return await CommandLine.RunAsync(commands, args);
