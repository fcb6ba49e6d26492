using System.Globalization;
using System.Text;
using System.Xml;

namespace LeadRouter.Telephony.Twilio;

/// <summary>The body of the request that starts a call: the rep's phone rings, and the document in it bridges the lead.</summary>
internal static class TwilioCallForm
{
    private static readonly string[] Events = ["initiated", "ringing", "answered", "completed"];

    /// <summary>The form fields. <paramref name="order"/> must have a rep phone.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(CallOrder order, TwilioOptions options) =>
    [
        new("To", order.RepPhone!.Value.Value),
        new("From", options.From),
        new("Twiml", Twiml(order, options)),
        new("Timeout", options.RepRingSeconds.ToString(CultureInfo.InvariantCulture)),
        new("StatusCallback", TwilioCallbackUrl.For(options.PublicBaseUrl, order.Lead, order.Attempt, CallLeg.Rep)),
        new("StatusCallbackMethod", "POST"),
        .. Events.Select(name => new KeyValuePair<string, string>("StatusCallbackEvent", name)),
    ];

    /// <summary>The document that Twilio follows when the rep answers.</summary>
    public static string Twiml(CallOrder order, TwilioOptions options)
    {
        var callback = TwilioCallbackUrl.For(options.PublicBaseUrl, order.Lead, order.Attempt, CallLeg.Lead);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("Response");
            xml.WriteStartElement("Dial");
            xml.WriteAttributeString("answerOnBridge", "true");
            xml.WriteAttributeString("timeout", Math.Clamp(order.RingSeconds, 5, 600).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("callerId", options.From);
            xml.WriteStartElement("Number");
            xml.WriteAttributeString("statusCallback", callback);
            xml.WriteAttributeString("statusCallbackMethod", "POST");
            xml.WriteAttributeString("statusCallbackEvent", string.Join(' ', Events));
            if (options.MachineDetection != TwilioMachineDetection.Off)
            {
                xml.WriteAttributeString("machineDetection", options.MachineDetection.ToString());
                xml.WriteAttributeString("amdStatusCallback", callback);
                xml.WriteAttributeString("amdStatusCallbackMethod", "POST");
            }

            xml.WriteString(order.LeadPhone.Value);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }
}
