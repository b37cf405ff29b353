using Reelwright.Testing.Fakes;

return args is ["fakes", .. var rest] ? await FakesProcess.RunAsync(rest) : await FakesProcess.RunAsync([]);
