using System.Xml.Linq;

namespace Reelwright.Architecture.Tests;

public sealed class ProjectFileTests
{
    private const int MostLines = 20;

    [Fact]
    public void Project_files_have_at_most_twenty_lines()
    {
        Repository.Projects.Where(path => Repository.Read(path).TrimEnd().Split('\n').Length > MostLines).ShouldBeEmpty();
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_file_only()
    {
        var versions =
            from path in Repository.Projects.Append("Directory.Build.props")
            from reference in XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null
            select $"{path}: {reference.Attribute("Include")?.Value}";

        versions.ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_with_a_version_is_used()
    {
        var used = Repository.Projects.Append("Directory.Build.props")
            .SelectMany(path => XDocument.Parse(Repository.Read(path)).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value);
        // Named to pin what other packages bring along, which no project references itself.
        string[] pinned = ["SQLitePCLRaw.core", "Microsoft.Extensions.Caching.Memory"];

        XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(version => version.Attribute("Include")!.Value)
            .Except(used).Except(pinned)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        XDocument.Parse(Repository.Read("Reelwright.slnx")).Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value)
            .Order()
            .ShouldBe(Repository.Projects.Order());
    }
}
