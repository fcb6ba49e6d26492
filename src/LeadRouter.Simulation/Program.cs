using LeadRouter.Simulation.Campaigns;

return CommandLine.Run(args, Console.Out, Console.Error);
