return await Dissemination.Local.OneMachine.RunAsync(args);
