using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeadRouter.Mutation.Compiling;

/// <summary>A project as its build gives it to the compiler: the same files, references, options, resources and generated code.</summary>
internal sealed class CompilerInput
{
    private readonly CSharpCommandLineArguments _arguments;

    private CompilerInput(CSharpCommandLineArguments arguments, CSharpCompilation compilation) => (_arguments, Compilation) = (arguments, compilation);

    /// <summary>Generated files have a path that is no file's.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Asks the build, which has to have been run.</summary>
    public static async Task<CompilerInput> OfAsync(string project)
    {
        // As editors do it: everything but the compiler runs, and says what it would have been called with.
        var (exitCode, output) = await Programs.RunAsync("dotnet", ["msbuild", project, "-t:PrepareResources;Compile", "-p:Configuration=Release", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=__never__", "-p:BuildProjectReferences=false", "-getItem:CscCommandLineArgs"]);
        if (exitCode != 0) throw new InvalidOperationException(output);
        using var json = JsonDocument.Parse(output);
        var words = json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
        var folder = Path.GetDirectoryName(project)!;
        var arguments = CSharpCommandLineParser.Default.Parse(words, folder, RuntimeEnvironment.GetRuntimeDirectory());
        return new CompilerInput(arguments, Generate(arguments, folder));
    }

    /// <summary>Writes the assembly of a compilation that has no errors.</summary>
    public void Emit(CSharpCompilation compilation, string path)
    {
        using var file = File.Create(path);
        var result = compilation.Emit(file, manifestResources: _arguments.ManifestResources, options: _arguments.EmitOptions);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static CSharpCompilation Generate(CSharpCommandLineArguments arguments, string folder)
    {
        var options = arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSpecificDiagnosticOptions([]);
        var trees = arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), arguments.ParseOptions, file.Path, Encoding.UTF8));
        var references = arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(Path.Combine(folder, reference.Reference), reference.Properties));
        var compilation = CSharpCompilation.Create(arguments.CompilationName, trees, references, options);
        var generators = arguments.AnalyzerReferences.SelectMany(analyzer => new AnalyzerFileReference(Path.Combine(folder, analyzer.FilePath), AssemblyLoader.Instance).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions, optionsProvider: new BuildOptions(arguments.AnalyzerConfigPaths))
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }
}
