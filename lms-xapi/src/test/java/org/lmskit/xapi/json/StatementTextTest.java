package org.lmskit.xapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.IsoDuration;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.LanguageTag;
import org.lmskit.xapi.Person;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.Verb;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;

class StatementTextTest {
  private static final UUID ID = UUID.fromString("6690e6c9-3ef0-4ed3-8b37-7f3964730bee");
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.120Z");
  private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0);
  private static final Stamp STAMP =
      new Stamp(ID, NOW, NOW, new JsonValue("{\"mbox\":\"mailto:lrs@e.x\"}"), "2.0.0");
  private static final String CORE =
      "'actor':{'mbox':'mailto:ann@example.org'},'verb':{'id':'http://e.x/did'},'object':{'id':'http://e.x/c'}";
  private static final String SET =
      ",'timestamp':'2026-05-01T10:00:00.120Z','stored':'2026-05-01T10:00:00.120Z','authority':{'mbox':'mailto:lrs@e.x'},'version':'2.0.0'";

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Statement statement(String text) {
    return READER.read(json(text)).statementsOrThrow().get(0).statement();
  }

  @Test
  void a_stamp_adds_what_is_missing_and_leaves_the_rest() {
    String text = json("{ " + CORE + " , 'result':{'score':{'raw':1.10}} }");

    assertThat(STAMP.onto(text))
        .isEqualTo(json(
            "{ " + CORE + " , 'result':{'score':{'raw':1.10}} ,'id':'" + ID + "'" + SET + "}"));
  }

  @Test
  void a_stamp_keeps_the_senders_id_timestamp_and_version() {
    String own = "{'id':'00000000-0000-4000-8000-000000000000'," + CORE
        + ",'version':'1.0.0','timestamp':'2020-01-01T00:00:00Z'";

    assertThat(STAMP.onto(json(own + "}")))
        .isEqualTo(json(
            own + ",'stored':'2026-05-01T10:00:00.120Z','authority':{'mbox':'mailto:lrs@e.x'}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'stored':'2020-01-01T00:00:00Z'," + CORE + "}",
        "{'stored':'2020-01-01T00:00:00Z' , 'authority':{'mbox':'mailto:x@e.x'}, " + CORE + "}",
        "{" + CORE + ",'authority':{'mbox':'mailto:x@e.x'}}",
        "{" + CORE
            + ",'authority':{'account':{'homePage':'http://e.x','name':'},\\\"'}},'stored':'2020-01-01T00:00:00Z'}",
        "{'stored':'2020-01-01T00:00:00Z'," + CORE + ",'authority':{'mbox':'mailto:x@e.x'}\n}",
        "{'st\\u006fred':'2020-01-01T00:00:00Z'," + CORE + "}",
      })
  void a_stamp_replaces_what_only_a_store_may_say(String text) {
    String stamped = STAMP.onto(json(text).replace("\\\\", "\\"));

    assertThat(READER.read(stamped).problems()).isEmpty();
    Statement read = READER.statement(stamped);
    assertThat(read.stored()).isEqualTo(NOW);
    assertThat(read.authority()).isEqualTo(Agent.mbox("lrs@e.x"));
    assertThat(stamped).contains(json(CORE));
  }

  @Test
  void ids_keeps_only_what_identifies() {
    Statement full = statement(
        "{'actor':{'objectType':'Group','name':'G','member':[{'name':'A','mbox':'mailto:a@e.x'}]},"
            + "'verb':{'id':'http://e.x/v','display':{'en':'v'}},"
            + "'object':{'id':'http://e.x/c','definition':{'name':{'en':'C'}}},"
            + "'context':{'team':{'objectType':'Group','name':'T','mbox':'mailto:t@e.x','member':[{'mbox':'mailto:a@e.x'}]}}}");

    assertThat(StatementWriter.write(StatementFormats.ids(full)))
        .isEqualTo(json(
            "{'actor':{'objectType':'Group','member':[{'objectType':'Agent','mbox':'mailto:a@e.x'}]},"
                + "'verb':{'id':'http://e.x/v'},'object':{'id':'http://e.x/c'},"
                + "'context':{'team':{'objectType':'Group','mbox':'mailto:t@e.x'}}}"));
  }

  @Test
  void canonical_takes_the_stores_definition_in_one_language() {
    Statement received = statement("{" + CORE + "}");
    ActivityDefinition known = ActivityDefinition.builder()
        .name(LanguageMap.of("en", "Course").with("de-AT", "Kurs"))
        .build();

    Statement canonical = StatementFormats.canonical(received, iri -> known, List.of("de"));

    assertThat(((Activity) canonical.object()).definition().name())
        .isEqualTo(LanguageMap.of("de-AT", "Kurs"));
  }

  @ParameterizedTest
  @CsvSource({
    "'de;q=0.5, fr', fr",
    "'de;q=0.5, xx;q=0.9, fr;q=0.7', fr",
    "'en;q=1.5, de', de",
    "'de;;q, fr;q=0.5,', fr",
    "'de-CH, en;q=0.1', de",
    "'en-US', en",
    "'es', en",
    "'*', en",
    "'zh-hant-tw', zh-Hant",
    "'en;q=0, fr', fr"
  })
  void language_is_negotiated_by_lookup(String header, String chosen) {
    LanguageMap map =
        LanguageMap.NONE.with("en", "e").with("de", "d").with("fr", "f").with("zh-Hant", "z");

    assertThat(
            LanguageNegotiation.choose(map, LanguageNegotiation.ranges(header)).values())
        .containsOnlyKeys(chosen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'actor':{'name':'Bob','mbox':'mailto:ann@example.org'}|",
        "'actor':{'mbox':'mailto:bob@example.org'}|",
        "|'result':{'success':true}",
        "|'context':{'platform':'x'}",
        "|'result':{'duration':'PT1S'}",
      })
  void another_statement_is_different(String change) {
    String[] parts = change.split("\\|", -1);
    String core = parts[0].isEmpty()
        ? CORE
        : CORE.replace("'actor':{'mbox':'mailto:ann@example.org'}", parts[0]);
    String text = parts[1].isEmpty() ? "{" + core + "}" : "{" + core + "," + parts[1] + "}";

    assertThat(StatementComparison.areSame(statement("{" + CORE + "}"), statement(text)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'result':{'duration':'P1DT12H36M0.1237S'} | 'result':{'duration':'P1DT12H36M0.12S'}",
        "'result':{'duration':'PT60M'} | 'result':{'duration':'PT1H'}",
        "'result':{'score':{'raw':1.0}} | 'result':{'score':{'raw':1}}",
        "'result':{'extensions':{'http://e.x':{'a':1,'b':[1e1]}}} | 'result':{'extensions':{'http://e.x':{ 'b':[10],'a':1.0}}}",
        "'result':{'extensions':{'http://e.x':[1e99999999999,100e2147483647]}} | 'result':{'extensions':{'http://e.x':[1e99999999999, 100e2147483647]}}",
        "'timestamp':'2026-05-01T10:00:00Z' | 'timestamp':'2026-05-01T12:00:00.000+02:00'",
        "'stored':'2026-05-01T10:00:00Z','authority':{'mbox':'mailto:x@e.x'} | 'version':'1.0.3'",
        "'timestamp':'2026-05-01T10:00:00Z' | 'version':'1.0.3'",
        "'context':{'team':{'objectType':'Group','member':[{'mbox':'mailto:a@e.x'},{'mbox':'mailto:b@E.x'}]}} | 'context':{'team':{'objectType':'Group','member':[{'mbox':'mailto:b@e.x'},{'mbox':'mailto:a@e.x'}]}}",
        "'context':{'contextActivities':{'other':{'id':'http://e.x'}}} | 'context':{'contextActivities':{'other':[{'id':'http://e.x','definition':{'name':{'en':'x'}}}]}}",
      })
  void the_same_statement_may_look_different(String one, String other) {
    assertThat(StatementComparison.areSame(
            statement("{" + CORE + "," + one + "}"), statement("{" + CORE + "," + other + "}")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T10:00:00Z, 2026-05-01T10:00:00Z",
    "2026-05-01T10:00:00.1234567891234Z, 2026-05-01T10:00:00.123456789Z",
    "2026-05-01T10:00:00-0530, 2026-05-01T15:30:00Z",
    "2026-05-01T10:00:00+02, 2026-05-01T08:00:00Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999999999Z"
  })
  void timestamps_are_read_with_their_offset(String text, Instant instant) {
    assertThat(Timestamps.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-01",
        "2026-05-01T10:00Z",
        "2026-13-01T10:00:00Z",
        "2026-05-01T10:00:00.Z",
        "2026-05-01T12:00:60Z",
        "2026-05-01T10:00:00-00",
        "2026-05-01T10:00:00-0000",
        "2026-05-01T10:00:00+1:00",
        "2026-05-01T10:00:00Zz",
        "x"
      })
  void other_texts_are_no_timestamps(String text) {
    assertThat(Timestamps.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en",
        "en-US",
        "zh-Hant-TW",
        "sr-Latn-RS",
        "es-419",
        "de-CH-1996",
        "x-mine",
        "i-klingon",
        "en-a-bcd-x-y",
        "ase",
        "zh-cmn-Hans-CN"
      })
  void language_tags_follow_rfc_5646(String tag) {
    assertThat(LanguageTag.isWellFormed(tag)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a12345",
        "a12345678",
        "",
        "en-",
        "e",
        "en--US",
        "12",
        "en-x",
        "en-a",
        "should error"
      })
  void other_texts_are_no_language_tags(String tag) {
    assertThat(LanguageTag.isWellFormed(tag)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT1H",
        "P4W",
        "P3Y1M29DT4H35M59.14S",
        "PT1.5S",
        "PT1,5S",
        "P1.5Y",
        "P0.5M",
        "PT16559.14S",
        "P1D",
        "PT0S"
      })
  void durations_follow_iso_8601(String text) {
    assertThat(IsoDuration.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "P4W1D",
        "P1D4W",
        "PT1W",
        "PA1H0M0S",
        "1H",
        "PT1D",
        "P1H",
        "P1M1Y",
        "PT1.5H1M",
        "P1.5DT1H",
        "PT1.5",
        "PT1.S",
        "P1",
        "P1DT1HT1M",
        "-PT1H",
        "pt1h",
        "should error"
      })
  void other_texts_are_no_durations(String text) {
    assertThat(IsoDuration.isValid(text)).isFalse();
  }

  @Test
  void durations_compare_to_a_hundredth_of_a_second() {
    assertThat(new IsoDuration("PT0.129S").sameAs(new IsoDuration("PT0.12S"))).isTrue();
    assertThat(new IsoDuration("PT0.13S").sameAs(new IsoDuration("PT0.12S"))).isFalse();
    assertThat(new IsoDuration("P1Y").sameAs(new IsoDuration("P12M"))).isTrue();
    assertThat(new IsoDuration("P0.5M").sameAs(new IsoDuration("P0.50M"))).isTrue();
    assertThat(new IsoDuration("P1M").sameAs(new IsoDuration("P30D"))).isFalse();
    assertThat(IsoDuration.of(java.time.Duration.ofMillis(90_055)).text()).isEqualTo("PT90.05S");
  }

  @Test
  void json_documents_merge_their_top_level_properties() {
    DocumentContent merged = JsonDocuments.merge(
        DocumentContent.json("{\"a\":{\"x\":1},\"b\":1.10}"),
        DocumentContent.json("{\"a\":{\"y\":2},\"c\":\"\u00e4\"}"));

    assertThat(merged.text()).isEqualTo("{\"a\":{\"y\":2},\"b\":1.10,\"c\":\"\u00e4\"}");
    assertThatThrownBy(
            () -> JsonDocuments.merge(DocumentContent.json("[]"), DocumentContent.json("{}")))
        .isInstanceOf(XapiException.class);
  }

  @Test
  void a_person_is_written_with_lists() {
    assertThat(StatementWriter.write(Person.of(Agent.mbox("a@e.x").named("A"))))
        .isEqualTo(json("{'objectType':'Person','name':['A'],'mbox':['mailto:a@e.x']}"));
  }

  @Test
  void what_is_written_is_read_again_as_the_same() {
    Statement statement = Statement.builder(
            Group.anonymous(List.of(Agent.account("http://e.x", "n\"\\\n"))),
            Verb.of("http://e.x/v", "v"),
            Agent.openId("http://e.x/o"))
        .id(ID)
        .timestamp(NOW)
        .build();

    assertThat(statement(StatementWriter.write(statement))).isEqualTo(statement);
  }
}
