using OpenAso.Cli;

return CommandLine.Run(args, Terminal.OfProcess);
