using System.Text;
using static LeadRouter.Intake.Tests.Posts;

namespace LeadRouter.Intake.Tests;

public sealed class FormPostTests
{
    private const string Multipart = "multipart/form-data; boundary=b";

    [Theory]
    [InlineData("name=Dana+Levi&phone=052-1234567")]
    [InlineData("full_name=Dana+Levi&phone_number=0521234567")]
    [InlineData("first_name=Dana&last_name=Levi&tel=%2B972521234567")]
    [InlineData("First+Name=Dana&Last+Name=Levi&Mobile=0521234567")]
    [InlineData("your-name=Dana+Levi&your-phone=0521234567&_wpcf7=12")]
    [InlineData("form_fields[name]=Dana+Levi&form_fields[phone]=0521234567")]
    [InlineData("fields[name][value]=Dana+Levi&fields[phone][value]=0521234567")]
    [InlineData("%D7%A9%D7%9D+%D7%9E%D7%9C%D7%90=Dana+Levi&%D7%98%D7%9C%D7%A4%D7%95%D7%9F=0521234567")]
    [InlineData("phone=&mobile=0521234567&name=+&fullname=Dana%20Levi")]
    public void Landing_pages_name_their_fields_as_they_like(string body)
    {
        var post = Taken(Form, body);

        post.Name.ShouldBe("Dana Levi");
        post.Phone.ShouldBe(new("+972521234567"));
        post.Attributes.ShouldBeNull();
    }

    [Fact]
    public void A_full_form_keeps_every_field()
    {
        var post = Taken(Form,
            "externalId=17&name=Dana&phone=0521234567&e-mail=Dana%40Example.com&source=fb&queue=vip&lang=ru&comments=Call+me&score=70.5"
            + "&consent=I+agree&consent_at=2026-03-01T09:00:00Z&consent_kind=marketing&requestedAt=2026-03-01T09%3A30%3A00%2B02%3A00"
            + "&utm_source=google&utm_campaign=spring&attributes[city]=Haifa&budget=5000");

        post.ExternalId.ShouldBe("17");
        post.Email.ShouldBe("dana@example.com");
        post.Source.ShouldBe("fb");
        post.Campaign.ShouldBe("spring");
        post.Queue.ShouldBe("vip");
        post.Language.ShouldBe("ru");
        post.Message.ShouldBe("Call me");
        post.Score.ShouldBe(70.5);
        post.Consent.ShouldBe(new("I agree", new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), "marketing"));
        post.RequestedAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 7, 30, 0, TimeSpan.Zero));
        post.Attributes.ShouldBe(
            new Dictionary<string, string> { ["utm_source"] = "google", ["utm_campaign"] = "spring", ["city"] = "Haifa", ["budget"] = "5000" },
            ignoreOrder: true);
    }

    [Fact]
    public void A_named_campaign_wins_over_utm_and_a_second_phone_is_kept()
    {
        var post = Taken(Form, "utm_campaign=spring&campaign=summer&mobile=0549999999&phone=0521234567");

        post.Campaign.ShouldBe("summer");
        post.Phone.ShouldBe(new("+972521234567"));
        post.Attributes.ShouldBe(new Dictionary<string, string> { ["utm_campaign"] = "spring", ["mobile"] = "0549999999" }, ignoreOrder: true);
    }

    [Fact]
    public void What_the_page_adds_over_the_limits_is_dropped_not_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 80).Select(n => $"&extra{n}={new string('x', n == 0 ? 3_000 : 1)}"));

        var post = Taken(Form, "phone=0521234567" + many);

        post.Attributes!.Count.ShouldBe(LeadPostLimits.Attributes);
        post.Attributes.Values.Max(value => value.Length).ShouldBe(LeadPostLimits.AttributeValue);
    }

    [Fact]
    public void Tick_boxes_of_one_name_are_one_attribute() =>
        Taken(Form, "phone=0521234567&interest=roof&interest=walls").Attributes!["interest"].ShouldBe("roof, walls");

    [Theory]
    [InlineData("score", "phone=0521234567&score=hot")]
    [InlineData("requestedAt", "phone=0521234567&requestedAt=soon")]
    [InlineData("consent.at", "phone=0521234567&consent_at=soon")]
    [InlineData("phone", "name=Dana")]
    [InlineData("phone", "")]
    [InlineData("queue", "phone=0521234567&queue=nowhere")]
    public void A_field_that_is_not_right_is_named(string field, string body) => Refused(Form, body).Errors!.Keys.ShouldBe([field]);

    [Fact]
    public void Too_many_fields_are_malformed() =>
        Refused(Form, string.Concat(Enumerable.Range(0, 2_000).Select(n => $"f{n}=1&"))).Code.ShouldBe("malformed_body");

    [Fact]
    public void Multipart_fields_are_read()
    {
        var post = Taken(Multipart, Parts(("full_name", "דנה לוי"), ("tel", "052-1234567"), ("message", "a\r\nb")));

        post.Name.ShouldBe("דנה לוי");
        post.Phone.ShouldBe(new("+972521234567"));
        post.Message.ShouldBe("a\nb");
    }

    [Fact]
    public void A_file_is_refused_and_an_empty_file_box_is_not()
    {
        const string Box = "--b\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"{0}\"\r\nContent-Type: application/pdf\r\n\r\n{1}\r\n";

        Refused(Multipart, Box.Replace("{0}", "cv.pdf").Replace("{1}", "%PDF") + Parts(("tel", "0521234567"))).Code.ShouldBe("malformed_body");
        Taken(Multipart, Box.Replace("{0}", "").Replace("{1}", "") + Parts(("tel", "0521234567"))).Phone.ShouldBe(new("+972521234567"));
    }

    [Theory]
    [InlineData("multipart/form-data", "--b\r\n")]
    [InlineData("multipart/form-data; boundary=b", "hello")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"tel\"\r\n\r\n0521234567")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\n0521234567\r\n--b--\r\n")]
    public void A_broken_multipart_is_malformed(string contentType, string body) =>
        Refused(contentType, body).Code.ShouldBe("malformed_body");

    private static string Parts(params (string Name, string Value)[] fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
            body.Append("--b\r\nContent-Disposition: form-data; name=\"").Append(name).Append("\"\r\n\r\n").Append(value).Append("\r\n");
        return body.Append("--b--\r\n").ToString();
    }
}
