namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>Zone 2: columns as in <see cref="NumberingPlans"/>.</summary>
internal static class AfricaPlans
{
    public const string Rows = """
        AC       247  =      00         5,6
        AO       244  -      00         9
        BF       226  =      00         8
        BI       257  -      00         8
        BJ       229  =      00         10
        BW       267  -      00         7,8,10
        CD       243  0      00         7-10
        CF       236  -      00         8
        CG       242  =      00         9
        CI       225  =      00         10
        CM       237  -      00         8,9
        CV       238  -      0          7
        DJ       253  -      00         8
        DZ       213  0      00         8,9
        EG       20   0      00         8-10
        ER       291  0      00         7
        ET       251  0      00         9
        GA       241  =      00         7,8
        GH       233  0      00         8,9
        GM       220  -      00         7,9
        GN       224  -      00         8,9
        GQ       240  -      00         9
        GW       245  -      00         7,9
        KE       254  0      000        7-10
        KM       269  -      00         7
        LR       231  0      00         7-9
        LS       266  -      00         8
        LY       218  0      00         9
        MA,EH    212  0      00         9
        MG       261  0      00         9
        ML       223  -      00         8
        MR       222  -      00         8
        MU       230  -      020,00     7,8,10
        MW       265  0      00         7,9
        MZ       258  -      00         8,9
        NA       264  0      00         8,9
        NE       227  =      00         8
        NG       234  0      009        10-14
        RE,YT    262  0      00         9
        RW       250  0      00         8,9
        SC       248  -      00,010     7
        SD       249  0      00         9
        SH,TA    290  -      00         4,5
        SL       232  0      00         8
        SN       221  -      00         9
        SO       252  0      00         6-9
        SS       211  0      00         9
        ST       239  -      00         7
        SZ       268  -      00         8,9
        TD       235  -      00,16      8
        TG       228  -      00         8
        TN       216  -      00         8
        TZ       255  0      000        9
        UG       256  0      000        9
        ZA       27   0      00         9 8:5-10
        ZM       260  0      00         9
        ZW       263  0      00         7,9,10
        """;
}
