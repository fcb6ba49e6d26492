using System.Reflection;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Boards.Tests;

/// <summary>A store in between: counts what is asked of the one behind it, and can fail before it.</summary>
public class WatchedStore : DispatchProxy
{
    private readonly Dictionary<string, int> _calls = [];
    private IEngineStore _store = null!;

    /// <summary>Runs before each call with the method's name; what it throws the caller gets.</summary>
    public Action<string>? Before { get; set; }

    public static (IEngineStore Store, WatchedStore Watch) Of(IEngineStore store)
    {
        var watched = Create<IEngineStore, WatchedStore>();
        var watch = (WatchedStore)(object)watched;
        watch._store = store;
        return (watched, watch);
    }

    /// <summary>How often a method was called.</summary>
    public int this[string method]
    {
        get
        {
            lock (_calls)
                return _calls.GetValueOrDefault(method);
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        lock (_calls)
            _calls[name] = _calls.GetValueOrDefault(name) + 1;
        Before?.Invoke(name);
        return targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
