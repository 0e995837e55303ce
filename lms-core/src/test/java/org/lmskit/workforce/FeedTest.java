package org.lmskit.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.Problem;

class FeedTest {
  private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
  private static final String HEADER =
      "learner,name,email,appointment,unit,position,manager,zone,from,before,attribute.shift";

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void organise() {
    lms.workforce()
        .feed(List.of(
            new FeedLine.Part("1", new OrgUnitId("plant"), "Plant", null, JAN),
            new FeedLine.Part("2", new OrgUnitId("racks"), "Racks", new OrgUnitId("plant"), JAN),
            new FeedLine.Job("3", new PositionId("associate"), "Associate")));
    test.events();
  }

  private static CsvFeed csv(String... rows) throws IOException {
    return CsvFeed.read("people.csv", new StringReader(HEADER + "\n" + String.join("\n", rows)));
  }

  private static List<String> places(List<Problem> problems) {
    return problems.stream().map(p -> p.code() + " " + p.location()).toList();
  }

  @Test
  void csv_becomes_people_and_appointments() throws IOException {
    CsvFeed feed = csv(
        "ann,\"Example, Ann\",ann@e.org,a1,racks,associate,tom,Europe/Lisbon,2026-02-01,,night",
        "ann,\"Example, Ann\",ann@e.org,a2,plant,associate,,Europe/Lisbon,2026-02-01,2026-03-01,night",
        "tom,\"Tom \"\"T\"\"\",,,,,,,,,");

    FeedReport report = lms.workforce().feed(feed.lines());

    assertThat(feed.problems()).isEmpty();
    assertThat(report).isEqualTo(new FeedReport(5, 0, List.of()));
    Learner ann = lms.workforce().find(new LearnerId("ann")).orElseThrow();
    assertThat(ann.profile().name()).isEqualTo("Example, Ann");
    assertThat(ann.profile().attributes()).containsEntry("shift", "night");
    assertThat(lms.workforce().appointments(ann.id())).hasSize(2);
    assertThat(
            lms.workforce().find(new LearnerId("tom")).orElseThrow().profile().name())
        .isEqualTo("Tom \"T\"");
  }

  @Test
  void feeding_the_same_again_records_nothing() throws IOException {
    CsvFeed feed = csv("ann,Ann,,a1,racks,associate,tom,Europe/Lisbon,2026-02-01,,");
    lms.workforce().feed(feed.lines());
    test.events();

    assertThat(lms.workforce().feed(feed.lines()).accepted()).isEqualTo(2);
    assertThat(test.events()).isEmpty();
  }

  @Test
  void rows_with_findings_take_all_rows_of_their_person_with_them_and_nobody_elses()
      throws IOException {
    CsvFeed feed = csv(
        "ann,Ann,,a1,racks,associate,,Europe/Lisbon,2026-02-01,,",
        "ann,Ann,,a2,plant,associate,,Mars/Olympus,2026-02-01,,",
        "ben,Ben,,b1,racks,associate,,Europe/Lisbon,2026-02-30,,",
        "cid,Cid,,c1,,associate,,Europe/Lisbon,2026-02-01,,",
        "too,few",
        ",Nobody,,,,,,,,,",
        "dan,Dan,,d1,racks,associate,,Europe/Lisbon,2026-02-01,,");

    assertThat(places(feed.problems()))
        .containsExactly(
            "CSV-003 people.csv:6",
            "CSV-004 people.csv:3",
            "CSV-004 people.csv:4",
            "CSV-004 people.csv:5",
            "CSV-004 people.csv:7");
    assertThat(feed.problems()).anyMatch(p -> p.message().contains("Mars/Olympus"));
    assertThat(feed.lines()).extracting(FeedLine::at).containsOnly("people.csv:8");
  }

  @Test
  void refused_lines_are_findings_and_stop_nobody_else() throws IOException {
    CsvFeed feed = csv(
        "ann,Ann,,a1,racks,associate,,Europe/Lisbon,2026-02-01,,",
        "ben,Ben,,b1,moon,associate,,Europe/Lisbon,2026-02-01,,",
        "cid,Cid,,c1,racks,associate,,Europe/Lisbon,2026-02-01,,");

    FeedReport report = lms.workforce().feed(feed.lines());

    assertThat(report.accepted()).isEqualTo(4);
    assertThat(report.refused()).isEqualTo(2);
    assertThat(places(report.problems())).containsExactly("FEED-ORG_UNIT_UNKNOWN people.csv:3");
    assertThat(lms.workforce().find(new LearnerId("ben"))).isEmpty();
    assertThat(lms.workforce().appointments(new LearnerId("cid"))).hasSize(1);
  }

  @Test
  void an_id_that_is_told_of_two_people_is_a_finding_for_the_second() throws IOException {
    FeedReport report = lms.workforce()
        .feed(csv(
                "ann,Ann,,a1,racks,associate,,Europe/Lisbon,2026-02-01,,",
                "ben,Ben,,a1,racks,associate,,Europe/Lisbon,2026-02-01,,")
            .lines());

    assertThat(places(report.problems()))
        .containsExactly("FEED-APPOINTMENT_OF_ANOTHER people.csv:3");
    assertThat(lms.workforce().appointments(new LearnerId("ann"))).hasSize(1);
    assertThat(lms.workforce().find(new LearnerId("ben"))).isEmpty();
  }

  @Test
  void a_feed_that_was_cut_off_is_taken_from_the_beginning() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      rows.add("p" + i + ",P,,a" + i + ",racks,associate,,Europe/Lisbon,2026-02-01,,");
    }
    List<FeedLine> lines = csv(rows.toArray(String[]::new)).lines();
    lms.workforce().feed(lines.subList(0, 501));
    test.events();

    FeedReport report = lms.workforce().feed(lines);

    assertThat(report).isEqualTo(new FeedReport(900, 0, List.of()));
    assertThat(test.events().stream().filter("AppointmentRecorded"::equals)).hasSize(200);
    assertThat(lms.workforce().appointmentsAs(new PositionId("associate"), JAN.plusMonths(2)))
        .hasSize(450);
  }

  @Test
  void appointment_that_ends_makes_room_for_the_next_in_one_feed() throws IOException {
    lms.workforce()
        .feed(csv("ann,Ann,,a1,racks,associate,,Europe/Lisbon,2026-02-01,,").lines());

    FeedReport report = lms.workforce()
        .feed(csv(
                "ann,Ann,,a2,racks,associate,,Europe/Lisbon,2026-04-01,,",
                "ann,Ann,,a1,racks,associate,,Europe/Lisbon,2026-02-01,2026-03-01,")
            .lines());

    assertThat(report.problems()).isEmpty();
    assertThat(lms.workforce().appointments(new LearnerId("ann"))).hasSize(2);
  }

  @Test
  void order_and_batching_of_a_feed_do_not_change_the_final_state() {
    List<FeedLine> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add(new FeedLine.Appoint(
          "line " + i,
          AppointmentEntry.of(
                  "a" + i,
                  "l" + i % 20,
                  i % 2 == 0 ? "racks" : "plant",
                  "associate",
                  ZoneId.of("Europe/Lisbon"),
                  JAN.plusDays(i))
              .before(JAN.plusDays(i + 5L))));
    }
    lms.workforce().feed(lines);

    for (int seed = 0; seed < 3; seed++) {
      TestLms other = new TestLms();
      Lms shuffled = other.start();
      shuffled.workforce().place(new OrgUnitId("plant"), "Plant", null, JAN);
      shuffled.workforce().place(new OrgUnitId("racks"), "Racks", new OrgUnitId("plant"), JAN);
      shuffled.workforce().define(new Position(new PositionId("associate"), "Associate"));
      List<FeedLine> order = new ArrayList<>(lines);
      Collections.shuffle(order, new Random(seed));
      int cut = 7 + seed * 11;
      shuffled.workforce().feed(order.subList(0, cut));
      shuffled.workforce().feed(order.subList(cut, order.size()));

      assertThat(state(shuffled)).isEqualTo(state(lms));
    }
  }

  /** Appointments by the host's ids: keys are random. */
  private static TreeMap<String, List<String>> state(Lms of) {
    TreeMap<String, List<String>> state = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      state.put(
          "l" + i,
          of.workforce().appointments(new LearnerId("l" + i)).stream()
              .map(a -> a.id() + " " + a.unit() + " " + a.from() + " " + a.beforeOrNull())
              .toList());
    }
    return state;
  }

  @Test
  void csv_reader_knows_quotes_line_ends_and_the_byte_order_mark() throws IOException {
    CsvFeed feed = CsvFeed.read(
        "x.csv",
        new StringReader("\uFEFFlearner,name,shoe\r\nann,\"two\nlines\",42\r\n\r\nben,\"open,1\n"));

    assertThat(places(feed.problems())).containsExactly("CSV-002 x.csv:1", "CSV-003 x.csv:5");
    assertThat(((FeedLine.Person) feed.lines().get(0)).profile().name()).isEqualTo("two\nlines");
    assertThat(CsvFeed.read("e.csv", new StringReader("")).problems()).hasSize(1);
  }
}
