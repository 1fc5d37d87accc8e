// A browser and a server are started: not among the tests that run before every commit.
[assembly: Trait("speed", "slow")]
