namespace OpenAso.Seed.People;

/// <summary>Makes up a household's people as they stand on its first day.</summary>
internal sealed class FamilyGenerator(Household household, DateOnly start, SeedStream stream)
{
    public void People()
    {
        var age = AgeOfEmployee();
        var sex = stream.Percent(47) ? 'F' : 'M';
        var surname = Names.Surname(stream);
        Add(Kinship.Self, surname, age, sex);
        var tier = age < 26 ? stream.Weighted(85, 8, 4, 3) : stream.Weighted(42, 15, 12, 31);
        if (tier is 1 or 3)
        {
            var spouseSurname = stream.Percent(85) ? surname : Names.Surname(stream);
            Add(Kinship.Spouse, spouseSurname, SpouseAge(age), sex == 'F' ? 'M' : 'F');
        }
        if (tier is 2 or 3)
            AddChildren(surname, age);
    }

    private int AgeOfEmployee() => stream.Weighted(9, 26, 25, 22, 15, 3) switch
    {
        0 => stream.Between(21, 25),
        1 => stream.Between(26, 35),
        2 => stream.Between(36, 45),
        3 => stream.Between(46, 54),
        4 => stream.Between(55, 63),
        _ => stream.Between(64, 67),
    };

    private int SpouseAge(int age) => Math.Clamp(age + stream.Between(-5, 5), 20, 70);

    private void AddChildren(string surname, int parentAge)
    {
        var oldest = Math.Min(25, parentAge - 20);
        var count = Math.Min(1 + stream.Weighted(42, 38, 15, 5), oldest / 2 + 1);
        for (var i = 0; i < count && oldest >= 0; i++)
        {
            var age = stream.Between(Math.Max(0, oldest - 8), oldest);
            Add(Kinship.Child, surname, age, stream.Percent(49) ? 'F' : 'M');
            oldest = age - 2;
        }
    }

    private void Add(Kinship kinship, string surname, int age, char sex)
    {
        var birth = start.AddYears(-age).AddDays(-stream.Between(1, 360));
        var number = household.People.Count + 1;
        var own = household.Stream.Branch(1000 + number);
        household.People.Add(new PersonDraft
        {
            Number = number,
            Given = GivenName(sex),
            Surname = surname,
            Birth = birth,
            Sex = sex,
            Kinship = kinship,
            From = birth > household.From ? birth : household.From,
            Known = start,
            Frailty = FrailtyOf(own),
            Conditions = ConditionTable.Of(own, age),
            Stream = own,
        });
    }

    // Two people of a family never share a given name: claims tell dependents apart by it.
    private string GivenName(char sex)
    {
        string name;
        do
            name = Names.Given(stream, sex);
        while (household.People.Exists(person => person.Given == name));
        return name;
    }

    internal static int FrailtyOf(SeedStream stream) => stream.Weighted(40, 36, 17, 7) switch
    {
        0 => 50,
        1 => 100,
        2 => 180,
        _ => 300,
    };
}
