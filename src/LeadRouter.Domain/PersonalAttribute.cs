namespace LeadRouter.Domain;

/// <summary>
/// Says who a person is, or is free text by or about one. The journal keeps no such member: it is stored beside its event
/// and can be erased, so every member with this mark must be one that can be null.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
