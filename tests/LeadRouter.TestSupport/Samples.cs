using System.Collections;
using System.Reflection;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;

namespace LeadRouter.TestSupport;

/// <summary>
/// Makes sample values of plain records by reflection: every constructor parameter and every settable property gets a
/// value of its own that is not its default, so that a field lost on the way is seen.
/// </summary>
public sealed class Samples(bool full)
{
    private int _next;

    /// <summary>A sample; with <c>full</c> every optional part is there, else every one that can be null is null.</summary>
    /// <exception cref="NotSupportedException">No sample is known for a type.</exception>
    public object Of(Type type) => Value(type, optional: false) ?? throw new NotSupportedException($"There is no sample of {type}.");

    private object? Value(Type type, bool optional)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return full ? Value(inner, optional: false) : null;
        if (optional && !full)
            return null;
        var n = ++_next;
        if (type == typeof(string))
            return $"text \"{n}\" שלום";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal))
            return Convert.ChangeType(type == typeof(decimal) || type == typeof(double) ? n + 0.25m : n, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(n * 1_234_567L);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
        // Phones were stored as any text before they had a type of their own, and the approved files say so.
        if (type == typeof(Phone))
            return new Phone($"text \"{n}\" שלום");
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>)))
            return Activator.CreateInstance(type, $"id-{n}");
        if (type.IsGenericType)
            return Collection(type);
        if (type.IsAbstract)
            return Of(type.Assembly.GetTypes().First(derived => !derived.IsAbstract && derived.IsAssignableTo(type)));
        return type.Namespace?.StartsWith("LeadRouter.", StringComparison.Ordinal) == true ? Record(type) : throw new NotSupportedException($"There is no sample of {type}.");
    }

    private object Collection(Type type)
    {
        var arguments = type.GetGenericArguments();
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            for (var i = 0; full && i < 2; i++)
                list.Add(Value(arguments[0], optional: false));
            return list;
        }

        if (definition != typeof(IReadOnlyDictionary<,>))
            throw new NotSupportedException($"There is no sample of {type}.");
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        if (full)
            dictionary.Add(Value(arguments[0], optional: false)!, Value(arguments[1], optional: false));
        return dictionary;
    }

    private object Record(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().Where(candidate => candidate.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length) ?? throw new NotSupportedException($"{type} has no public constructor.");
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            Value(parameter.ParameterType, nullability.Create(parameter).ReadState == NullabilityState.Nullable))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
            property.SetValue(record, Value(property.PropertyType, nullability.Create(property).ReadState == NullabilityState.Nullable));
        return record;
    }
}
