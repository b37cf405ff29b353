using System.CommandLine;
using Reelwright.Doctor;
using Reelwright.Generating;
using Reelwright.Jobs;
using Reelwright.Serving;
using Reelwright.Storyboards;
using Reelwright.Terminal;

var commands = new RootCommand("From a prompt to a finished video ad.")
{
    ServeCommand.Create(),
    GenerateCommand.Create(),
    StoryboardCommand.Create(),
    JobsCommand.Create(),
    DoctorCommand.Create(),
};

return await CommandLine.RunAsync(commands, args);
