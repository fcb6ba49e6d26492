using Xunit;

namespace LeadRouter.TestTools;

/// <summary>A fact that needs a program of the machine; without it the test is skipped and says what is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="tool">The program's name on the path.</param>
    /// <param name="package">The Debian package that brings it.</param>
    public ToolFactAttribute(string tool, string package)
    {
        (Tool, Package) = (tool, package);
        if (Tools.Find(tool) is null)
            Skip = $"{tool} is not installed (Debian: apt-get install {package})";
    }

    /// <summary>The program's name.</summary>
    public string Tool { get; }

    /// <summary>The Debian package that brings it.</summary>
    public string Package { get; }
}
