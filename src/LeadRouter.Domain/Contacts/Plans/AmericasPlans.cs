namespace LeadRouter.Domain.Contacts.Plans;

/// <summary>The North American plan, zone 5 and the Dutch and Danish parts: columns as in <see cref="NumberingPlans"/>.</summary>
internal static class AmericasPlans
{
    public const string Rows = """
        US,CA,AG,AI,AS,BB,BM,BS,DM,DO,GD,GU,JM,KN,KY,LC,MP,MS,PR,SX,TC,TT,VC,VG,VI 1 1 011 10
        AR       54   0      00         10,11
        AW       297  -      00         7
        BO       591  0      00,001x    8,9
        BR       55   0      00         10,11 300,400:8,10,11 8,900:9-11
        BZ       501  -      00         7,11
        CL       56   -      00,1xx0    9 1,6:9-11
        CO       57   0      00x        8,10 1:8,10,11
        CR       506  -      00         8,10
        CU       53   0      119        6-8,10
        CW,BQ    599  -      00         7 9:7,8
        EC       593  0      00         8-11
        FK       500  -      00         5
        GF       594  0      00         9
        GL       299  -      00         6
        GP,BL,MF 590  0      00         9
        GT       502  -      00         8,11
        GY       592  -      001,00     7
        HN       504  -      00         8,11
        HT       509  -      00         8
        MQ       596  0      00         9
        MX       52   01,044,045,1 00   10
        NI       505  -      00         8
        PA       507  -      00         7,8,10,11
        PE       51   0      00,19x     8,9
        PM       508  0      00         6,9
        PY       595  0      00         6-11
        SR       597  -      00         6,7
        SV       503  -      00         7,8,11
        UY       598  0      00         4-13
        VE       58   0      00         10
        """;
}
