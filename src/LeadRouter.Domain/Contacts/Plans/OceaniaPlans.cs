namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>Zone 6 and the codes that belong to no country: columns as in <see cref="NumberingPlans"/>.</summary>
internal static class OceaniaPlans
{
    public const string Rows = """
        AU,CC,CX 61   0      0011       9 1:5-10,12
        CK       682  -      00         5
        FJ       679  -      00         7,11
        FM       691  -      00         7
        KI       686  0      00         5,8
        MH       692  1      011        7
        NC       687  -      00         6
        NF       672  -      00         6
        NR       674  -      00         7
        NU       683  -      00         4,7
        NZ       64   0      00         5-10
        PF       689  -      00         6,8,9
        PG       675  -      00         7,8
        PW       680  -      011,00     7
        SB       677  -      00         5,7
        TK       690  -      00         4-7
        TO       676  -      00         5,7
        TV       688  -      00         5-7
        VU       678  -      00         5,7
        WF       681  -      00         6,9
        WS       685  -      0          5-7,10
        -        800  -      -          8
        -        808  -      -          8
        -        870  -      -          9,12
        -        878  -      -          12
        -        881  -      -          9,10
        -        882  -      -          7-12
        -        883  -      -          8-12
        -        888  -      -          11
        -        979  -      -          9
        """;
}
