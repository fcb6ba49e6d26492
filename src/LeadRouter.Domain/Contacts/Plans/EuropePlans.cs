namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>Zones 3 and 4 and Russia, Kazakhstan: columns as in <see cref="NumberingPlans"/>.</summary>
internal static class EuropePlans
{
    public const string Rows = """
        AD       376  -      00         6,8,9
        AL       355  0      00         6-9
        AT       43   0      00         4-13
        BA       387  0      00         8,9
        BE       32   0      00         8,9
        BG       359  0      00         6-9,12
        BY       375  80,8,0 810        9 80:6-10 81,82,90:9,10
        CH       41   0      00         9,12
        CY       357  -      00         8
        CZ       420  -      00         9 9:9-12
        DE       49   0      00         4-13 15,160,162,163,17:10,11
        DK       45   -      00         8
        EE       372  -      00         7,8,10
        ES       34   -      00         9
        FI,AX    358  0      00,99x     5-12
        FO       298  -      00         6
        FR       33   0      00         9
        GB,GG,IM,JE 44 0     00         9,10 2,7:10 8:7,9,10
        GI       350  -      00         8
        GR       30   -      00         10 5,8:10-12
        HR       385  0      00         7-9
        HU       36   06     00         8,9
        IE       353  0      00         7-10
        IS       354  -      00,1xx0    7,9
        IT,VA    39   =      00         9-12 0:6-11 8:6-10 3:9-12
        LI       423  0      00         7,9
        LT       370  0,8    00         8
        LU       352  -      00         4-11
        LV       371  -      00         8
        MC       377  0      00         8,9
        MD       373  0      00         8
        ME       382  0      00         8,9
        MK       389  0      00         8
        MT       356  -      00         8
        NL       31   0      00         9 6:9 14:5-11 8,9:7-11
        NO,SJ    47   =      00         5,8
        PL       48   -      00         7,9 45,48,5,6,72,73,78,79,88:9 64:6-9
        PT       351  -      00         9
        RO       40   0      00         9
        RS       381  0      00         6-12
        RU,KZ    7    8      810        10 8:10,14
        SE       46   0      00         6-10,12 70,72,73,76,79:9
        SI       386  0      00         5-8
        SK       421  0      00         6,7,9
        SM       378  =      00         6,8,10
        TR       90   0      00         10 4:7,10
        UA       380  0,80   00         9 8,9:9,10
        XK       383  0      00         8-12
        """;
}
