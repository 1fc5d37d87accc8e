namespace OpenAso.Decision.Tests.Pictures;

public class PictureGoldenTests
{
    [Fact]
    public void A_triangle_is_drawn_as_looked_at_with_dropped_ratios_hatched() =>
        Golden.Verify("heat-map.svg", SamplePictures.HeatMap.Draw());

    [Fact]
    public void Development_is_drawn_as_looked_at() =>
        Golden.Verify("development.svg", SamplePictures.Development.Draw());

    [Fact]
    public void A_fan_is_drawn_as_looked_at() => Golden.Verify("fan.svg", SamplePictures.Fan.Draw());

    [Fact]
    public void Exceedance_is_drawn_as_looked_at() => Golden.Verify("exceedance.svg", SamplePictures.Exceedance.Draw());

    [Fact]
    public void A_tornado_is_drawn_as_looked_at() => Golden.Verify("tornado.svg", SamplePictures.Tornado.Draw());

    [Fact]
    public void Years_of_two_plans_are_drawn_as_looked_at() =>
        Golden.Verify("years.svg", SamplePictures.Years.Draw());

    [Fact]
    public void A_frontier_is_drawn_as_looked_at() => Golden.Verify("frontier.svg", SamplePictures.Frontier.Draw());
}
