using LeadRouter.Simulation;

return Campaign.Start(args, Console.Out);
