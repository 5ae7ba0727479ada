using Dissemination;
using Dissemination.Local;

return OneMachine.IsHere() ? await OneMachine.RunAsync(args, Handler.Build) : await Handler.RunAsync(args);
