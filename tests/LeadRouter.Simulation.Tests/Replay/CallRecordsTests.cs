using System.IO.Compression;
using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class CallRecordsTests
{
    private const string Row = "7\t2\tPS\t1999-01-03\t23:59:30\t23:59:40\t0:01:10\t90\tAGENT\t0:01:10\t0:03:10\t120\tA01";

    [Fact]
    public void A_call_that_goes_on_after_midnight_is_served_on_the_next_day()
    {
        var call = Read(Row).ShouldHaveSingleItem();
        call.QueuedAt.ShouldBe(new DateTime(1999, 1, 3, 23, 59, 40));
        call.ServedAt.ShouldBe(new DateTime(1999, 1, 4, 0, 1, 10));
    }

    [Fact]
    public void A_call_that_never_queued_wanted_an_agent_when_it_got_one()
    {
        var call = Read("\t0\tNW\t1999-01-03\t9:00:00\t0:00:00\t0:00:00\t0\tAGENT\t9:00:11\t9:02:11\t120\t").ShouldHaveSingleItem();
        call.QueuedAt.ShouldBeNull();
        call.WantedAt.ShouldBe(new DateTime(1999, 1, 3, 9, 0, 11));
        call.WantedAgent.ShouldBeTrue();
        call.Agent.ShouldBeNull();
    }

    [Fact]
    public void Who_hung_up_before_waiting_wanted_nobody() =>
        Read("\t0\tNW\t1999-01-03\t9:00:00\t0:00:00\t0:00:00\t0\tHANG\t0:00:00\t0:00:00\t0\t").ShouldHaveSingleItem().WantedAgent.ShouldBeFalse();

    [Theory]
    [InlineData("PS", "A01", 0, true, "an agent took it at once")]
    [InlineData("PS", "", 0, false, "nobody is named who took it")]
    [InlineData("TT", "A01", 0, false, "the agent placed it")]
    [InlineData("TT", "A01", 30, true, "its agent was gone, and it queued")]
    public void A_call_is_replayed_when_an_agent_had_to_be_found(string type, string agent, int waited, bool isReplayed, string why) =>
        Read($"\t0\t{type}\t1999-01-03\t9:00:00\t9:00:05\t9:00:35\t{waited}\tAGENT\t9:00:35\t9:02:35\t120\t{agent}").ShouldHaveSingleItem().IsReplayed.ShouldBe(isReplayed, why);

    [Theory]
    [InlineData(0, "-1", "caller")]
    [InlineData(1, "3", "priority")]
    [InlineData(2, "ps", "type")]
    [InlineData(2, "", "type")]
    [InlineData(3, "03.01.1999", "date")]
    [InlineData(3, "1999-02-30", "date")]
    [InlineData(4, "24:00:00", "entered")]
    [InlineData(5, "soon", "queue_start")]
    [InlineData(6, "9:5:1", "queue_exit")]
    [InlineData(7, "86401", "queue_s")]
    [InlineData(7, "1.5", "queue_s")]
    [InlineData(8, "LEFT", "outcome")]
    [InlineData(9, "", "service_start")]
    [InlineData(10, "25:00:00", "service_exit")]
    [InlineData(11, "99999999999", "service_s")]
    [InlineData(12, "a name that is too long", "agent")]
    public void A_value_that_cannot_be_is_named_by_line_and_column(int column, string value, string name)
    {
        var values = Row.Split('\t');
        values[column] = value;
        Refusal(Row, string.Join('\t', values)).ShouldStartWith($"Line 3, column {name}: '{value}'");
    }

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        Refusal("a\tb").ShouldBe("Line 2: 2 columns instead of 13.");
        Refusal(Row, "").ShouldBe("Line 3: 1 columns instead of 13.");
        Refusal(new string('x', 1_000_000)).ShouldBe("Line 2: Record 2 is longer than MaxRecordSize (500 bytes).");
        Refusal().ShouldBe("Line 2: there is no call.");
        Should.Throw<InvalidDataException>(() => CallRecords.Read(new StringReader("caller\tpriority"))).Message.ShouldStartWith("Line 1: the columns have to be caller, priority,");
        Refusal(Row, Row.Replace("1999-01-03", "1999-04-01", StringComparison.Ordinal)).ShouldContain("from 1999-01-03 to 1999-04-01; at most 62 days");
    }

    [Theory]
    [InlineData(false, "\n")]
    [InlineData(true, "\n")]
    [InlineData(false, "\r\n")]
    public void Plain_or_packed_and_with_either_end_of_line(bool packed, string end)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            using (var stream = packed ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file)
            using (var writer = new StreamWriter(stream))
                writer.Write(CallRecords.Header + end + Row + end);
            CallRecords.Read(path).ShouldBe(Read(Row));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_command_says_why_it_cannot_read_a_file()
    {
        var output = new StringWriter();
        ReplayCommand.Run(Path.Combine(Path.GetTempPath(), "no-such-month.tsv"), 1, output).ShouldBe(2);
        output.ToString().ShouldContain("no-such-month.tsv cannot be replayed.");
    }

    private static IReadOnlyList<RecordedCall> Read(params string[] rows) => CallRecords.Read(new StringReader(string.Join('\n', [CallRecords.Header, .. rows, ""])));

    private static string Refusal(params string[] rows) => Should.Throw<InvalidDataException>(() => Read(rows)).Message;
}
