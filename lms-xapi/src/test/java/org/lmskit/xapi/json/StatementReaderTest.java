package org.lmskit.xapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.model.Problem;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.SubStatement;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;

class StatementReaderTest {
  private static final StatementReader V1 = new StatementReader(XapiVersion.V1_0_3);
  private static final StatementReader V2 = new StatementReader(XapiVersion.V2_0_0);
  private static final String ID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
  private static final String ACTOR = "'actor':{'mbox':'mailto:ann@example.org'}";
  private static final String VERB = "'verb':{'id':'http://example.org/did'}";
  private static final String OBJECT = "'object':{'id':'http://example.org/course'}";
  private static final String CORE = ACTOR + "," + VERB + "," + OBJECT;

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Reading read(String text) {
    return V2.read(json(text));
  }

  private static Statement valid(String text) {
    Reading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    return reading.statements().get(0).statement();
  }

  private static List<String> findings(String text) {
    return read(text).problems().stream()
        .map(p -> p.code() + " " + p.location())
        .toList();
  }

  private static String with(String more) {
    return "{" + CORE + "," + more + "}";
  }

  @Test
  void reads_what_is_required() {
    Statement statement = valid("{" + CORE + "}");

    assertThat(statement)
        .isEqualTo(new Statement(
            Agent.mbox("ann@example.org"),
            new org.lmskit.xapi.Verb(
                org.lmskit.xapi.Iri.of("http://example.org/did"), org.lmskit.xapi.LanguageMap.NONE),
            Activity.of("http://example.org/course")));
  }

  @Test
  void reads_every_property() {
    Statement statement =
        valid(with("'id':'" + ID + "','timestamp':'2026-05-01T12:00:00.25+02:00','version':'2.0.0',"
            + "'result':{'score':{'scaled':0.50,'raw':5,'min':0,'max':10},'success':true,"
            + "'completion':false,'response':'a','duration':'PT1H','extensions':{'http://e.x/1':[null,1.10]}},"
            + "'context':{'registration':'" + ID
            + "','instructor':{'objectType':'Group','member':[{'openid':'http://e.x/o'}]},"
            + "'team':{'objectType':'Group','account':{'homePage':'http://e.x','name':'t'}},"
            + "'contextActivities':{'parent':{'id':'http://e.x/p'},'category':[{'id':'http://e.x/c'}]},"
            + "'contextAgents':[{'objectType':'contextAgent','agent':{'mbox_sha1sum':'0123456789012345678901234567890123456789'},'relevantTypes':['http://e.x/r']}],"
            + "'contextGroups':[{'objectType':'contextGroup','group':{'objectType':'Group','mbox':'mailto:g@e.x'}}],"
            + "'revision':'1','platform':'p','language':'en-GB','statement':{'objectType':'StatementRef','id':'"
            + ID + "'}},"
            + "'attachments':[{'usageType':'http://e.x/u','display':{'en':'d'},'contentType':'text/plain; charset=utf-8','length':3,'sha2':'"
            + "a".repeat(64) + "','fileUrl':'http://e.x/f'}]"));

    assertThat(statement.id()).isEqualTo(UUID.fromString(ID));
    assertThat(statement.timestamp()).isEqualTo(Instant.parse("2026-05-01T10:00:00.250Z"));
    assertThat(statement.result().score().scaled()).contains(new BigDecimal("0.50"));
    assertThat(statement.result().extensions().values().values())
        .extracting(Object::toString)
        .containsExactly("[null,1.10]");
    assertThat(statement.context().instructor()).isInstanceOf(Group.class);
    assertThat(statement.context().activities().parent())
        .containsExactly(Activity.of("http://e.x/p"));
    assertThat(statement.context().agents()).hasSize(1);
    assertThat(statement.context().groups()).hasSize(1);
    assertThat(statement.context().statement()).isEqualTo(new StatementRef(UUID.fromString(ID)));
    assertThat(statement.attachments()).hasSize(1);
  }

  @Test
  void reads_a_question_with_its_options() {
    Activity question = V1.activity(
        json(
            "{'id':'http://e.x/q','definition':{'interactionType':'choice','correctResponsesPattern':['a[,]b'],"
                + "'choices':[{'id':'a','description':{'en':'A'}},{'id':'b'}],'type':'http://e.x/t'}}"));

    assertThat(question.definition().isInteraction()).isTrue();
    assertThat(question.definition().correctResponses()).containsExactly("a[,]b");
    assertThat(question.definition().components().values())
        .singleElement()
        .asList()
        .hasSize(2);
  }

  @Test
  void finds_the_type_of_an_object_wherever_it_stands() {
    Statement last =
        valid("{" + ACTOR + "," + VERB + ",'object':{" + CORE + ",'objectType':'SubStatement'}}");
    Statement reference = valid(
        "{" + ACTOR + "," + VERB + ",'object':{'id':'" + ID + "','objectType':'StatementRef'}}");

    assertThat(last.object()).isInstanceOf(SubStatement.class);
    assertThat(reference.object()).isEqualTo(new StatementRef(UUID.fromString(ID)));
  }

  @Test
  void reports_every_problem_of_every_statement_at_once() {
    String first =
        "{'actor':{'name':'Ann'},'verb':{'id':'did'},'object':{'id':'http://e.x','objectType':'activity'}}";
    String second = with("'Result':{},'context':{'language':'1'},'id':'7'");

    assertThat(findings("[" + first + "," + second + "]"))
        .containsExactly(
            "XAPI-ACTOR-003 /0/actor",
            "XAPI-DATA-001 /0/verb/id",
            "XAPI-OBJECT-001 /0/object/objectType",
            "XAPI-JSON-004 /1/Result",
            "XAPI-DATA-003 /1/context/language",
            "XAPI-DATA-002 /1/id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'result':null | XAPI-JSON-005 /result",
        "'verb':{'id':'http://e.x'} | XAPI-JSON-003 /verb",
        "'result':{'success':'true'} | XAPI-JSON-006 /result/success",
        "'result':{'completion':1} | XAPI-JSON-006 /result/completion",
        "'result':{'duration':'P4W1D'} | XAPI-DATA-005 /result/duration",
        "'result':{'score':{'scaled':1.01}} | XAPI-RESULT-001 /result/score/scaled",
        "'result':{'score':{'scaled':'1'}} | XAPI-JSON-006 /result/score/scaled",
        "'result':{'score':{'raw':11,'max':10}} | XAPI-RESULT-001 /result/score/raw",
        "'result':{'score':{'raw':1,'min':2}} | XAPI-RESULT-001 /result/score/raw",
        "'result':{'score':{'raw':1e10001}} | XAPI-JSON-008 /result/score/raw",
        "'result':{'score':{'raw':1e99999999999}} | XAPI-JSON-008 /result/score/raw",
        "'result':{'score':{'scaled':0e-99999999999}} | XAPI-JSON-008 /result/score/scaled",
        "'result':{'score':{'min':2,'max':2}} | XAPI-RESULT-001 /result/score/min",
        "'result':{'extensions':{'relative':1}} | XAPI-DATA-006 /result/extensions/relative",
        "'result':{'extensions':{'http://e.x':{'a':1,'a':2}}} | XAPI-JSON-003 /result/extensions/http:~1~1e.x/a",
        "'timestamp':'2026-05-01T12:00:00-00:00' | XAPI-DATA-004 /timestamp",
        "'timestamp':'2026-05-01T12:00:00' | XAPI-DATA-004 /timestamp",
        "'timestamp':'2026-02-30T12:00:00Z' | XAPI-DATA-004 /timestamp",
        "'version':'1.1.0' | XAPI-LRS-002 /version",
        "'version':'0.9.9' | XAPI-LRS-002 /version",
        "'authority':{'objectType':'Group','member':[{'mbox':'mailto:a@e.x'}]} | XAPI-LRS-001 /authority",
        "'context':{'team':{'mbox':'mailto:a@e.x'}} | XAPI-OBJECT-001 /context/team/objectType",
        "'context':{'team':{'objectType':'Group','name':'none'}} | XAPI-ACTOR-004 /context/team",
        "'context':{'instructor':{'mbox':'mailto:a@e.x','openid':'http://e.x'}} | XAPI-ACTOR-003 /context/instructor",
        "'context':{'instructor':{'mbox':'a@e.x'}} | XAPI-ACTOR-001 /context/instructor/mbox",
        "'context':{'instructor':{'mbox_sha1sum':'12'}} | XAPI-ACTOR-002 /context/instructor/mbox_sha1sum",
        "'context':{'instructor':{'account':{'name':'a'}}} | XAPI-JSON-007 /context/instructor/account",
        "'context':{'statement':{'id':'6690e6c9-3ef0-4ed3-8b37-7f3964730bee'}} | XAPI-JSON-007 /context/statement",
        "'context':{'contextActivities':{'parents':[]}} | XAPI-JSON-004 /context/contextActivities/parents",
        "'context':{'contextAgents':[{'objectType':'contextAgent','agent':{'mbox':'mailto:a@e.x'},'relevantTypes':[]}]} | XAPI-CONTEXT-002 /context/contextAgents/0/relevantTypes",
        "'context':{'contextGroups':[{'objectType':'group','group':{'objectType':'Group','mbox':'mailto:a@e.x'}}]} | XAPI-OBJECT-001 /context/contextGroups/0/objectType",
        "'attachments':[{'usageType':'http://e.x','display':{},'contentType':'text','length':1,'sha2':'0123456789012345678901234567890123456789012345678901234567890123'}] | XAPI-ATTACHMENT-003 /attachments/0/contentType",
        "'attachments':[{'usageType':'http://e.x','display':{},'contentType':'a/b','length':-1,'sha2':'0123456789012345678901234567890123456789012345678901234567890123'}] | XAPI-ATTACHMENT-001 /attachments/0/length",
        "'attachments':[{'usageType':'http://e.x','display':{},'contentType':'a/b','length':1,'sha2':'0'}] | XAPI-ATTACHMENT-002 /attachments/0/sha2",
      })
  void finds(String property, String finding) {
    assertThat(findings(with(property))).containsExactly(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'objectType':'SubStatement',CORE,'id':'6690e6c9-3ef0-4ed3-8b37-7f3964730bee'} | XAPI-OBJECT-003 /object/id",
        "{'objectType':'SubStatement',CORE,'stored':'2026-05-01T12:00:00Z'} | XAPI-OBJECT-003 /object/stored",
        "{'objectType':'SubStatement','actor':{'mbox':'mailto:a@e.x'},'verb':{'id':'http://e.x'}} | XAPI-JSON-007 /object",
        "{'objectType':'Agent','mbox':'mailto:a@e.x','id':'http://e.x'} | XAPI-JSON-004 /object/id",
        "{'objectType':'Agent','mbox':'mailto:a@e.x','member':[]} | XAPI-JSON-004 /object/member",
        "{'id':'http://e.x','name':'n'} | XAPI-JSON-004 /object/name",
        "{'definition':{}} | XAPI-JSON-007 /object",
        "{'id':'http://e.x','definition':{'choices':[]}} | XAPI-JSON-007 /object/definition",
        "{'id':'http://e.x','definition':{'interactionType':'Choice'}} | XAPI-OBJECT-005 /object/definition/interactionType",
        "{'id':'http://e.x','definition':{'interactionType':'choice','choices':[{'id':'a'},{'id':'a'}]}} | XAPI-OBJECT-006 /object/definition/choices/1/id",
        "{'id':'http://e.x','definition':{'moreInfo':'more'}} | XAPI-DATA-001 /object/definition/moreInfo",
        "{'id':'http://e.x','definition':{'name':{'a12345678':'n'}}} | XAPI-DATA-003 /object/definition/name/a12345678",
        "{'objectType':'StatementRef','id':'http://e.x'} | XAPI-DATA-002 /object/id",
      })
  void finds_in_an_object(String object, String finding) {
    String text = "{" + ACTOR + "," + VERB + ",'object':" + object.replace("CORE", CORE) + "}";

    assertThat(findings(text)).containsExactly(finding);
  }

  @Test
  void refuses_a_sub_statement_in_a_sub_statement() {
    String inner = "'object':{'objectType':'SubStatement'," + CORE + "}";
    String text = "{" + ACTOR + "," + VERB + ",'object':{'objectType':'SubStatement'," + ACTOR + ","
        + VERB + "," + inner + "}}";

    assertThat(findings(text)).containsExactly("XAPI-OBJECT-002 /object/object");
  }

  @Test
  void refuses_to_void_anything_but_a_statement() {
    String voided = "'verb':{'id':'http://adlnet.gov/expapi/verbs/voided'}";

    assertThat(findings("{" + ACTOR + "," + voided + "," + OBJECT + "}"))
        .containsExactly("XAPI-OBJECT-004 /object");
  }

  @Test
  void refuses_revision_and_platform_unless_the_object_is_an_activity() {
    String text = "{" + ACTOR + "," + VERB + ",'object':{'objectType':'StatementRef','id':'" + ID
        + "'},'context':{'revision':'1','platform':'p'}}";

    assertThat(findings(text))
        .containsExactly(
            "XAPI-CONTEXT-001 /context/revision", "XAPI-CONTEXT-001 /context/platform");
  }

  @Test
  void knows_context_agents_only_since_2_0() {
    String text = json(with("'context':{'contextAgents':[]}"));

    assertThat(V1.read(text).problems()).extracting(Problem::code).containsExactly("XAPI-JSON-004");
    assertThat(V2.read(text).problems()).isEmpty();
  }

  @Test
  void takes_version_2_only_in_an_exchange_of_version_2() {
    String text = json(with("'version':'2.0.0'"));

    assertThat(V1.read(text).isValid()).isFalse();
    assertThat(V2.read(text).isValid()).isTrue();
  }

  @Test
  void refuses_an_id_twice_in_a_batch() {
    String one = with("'id':'" + ID + "'");

    assertThat(findings("[" + one + "," + one + "]")).containsExactly("XAPI-LRS-003 /1/id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{ | 001", "{} x | 001", "'' | 001", "[1 | 001"})
  void reports_what_is_not_json(String text, String code) {
    assertThat(V2.read(text == null ? "" : text).problems())
        .extracting(Problem::code)
        .contains("XAPI-JSON-" + code);
  }

  @Test
  void refuses_bytes_that_are_not_utf_8() {
    byte[] latin = "{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(V2.read(latin).problems())
        .extracting(Problem::code)
        .containsExactly("XAPI-JSON-002");
    assertThat(V2.read(utf16).problems())
        .extracting(Problem::code)
        .containsExactly("XAPI-JSON-002");
  }

  @Test
  void keeps_the_text_of_each_statement_to_the_letter() {
    String first = json("{ " + CORE + " ,\n 'result' : {'score':{'raw':1.10e0}} }");
    String second = json(
        "{" + OBJECT + "," + VERB + "," + ACTOR + ",'result':{'response':'\u00e4\ud83d\ude00'}}");

    Reading reading = V2.read("  [" + first + " , " + second + "\n]");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.single()).isFalse();
    assertThat(reading.statements()).extracting("json").containsExactly(first, second);
  }

  @Test
  void keeps_a_single_context_activity_as_a_list_of_one() {
    String single = with(
        "'context':{'contextActivities':{'parent':{'id':'http://e.x/1'},'other':{'id':'http://e.x/2'}}}");

    Reading reading = read("[" + single + ",{" + CORE + "}]");

    assertThat(reading.statements())
        .extracting("json")
        .containsExactly(
            json(single
                .replace("{'id':'http://e.x/1'}", "[{'id':'http://e.x/1'}]")
                .replace("{'id':'http://e.x/2'}", "[{'id':'http://e.x/2'}]")),
            json("{" + CORE + "}"));
  }

  @Test
  void reads_what_it_can_when_it_may_be_lenient() {
    Reading reading = read(with("'result':{'success':'yes','completion':true},'colour':'red'"));

    assertThat(reading.isValid()).isFalse();
    assertThat(reading.statements().get(0).statement().result().completion()).isTrue();
    assertThat(reading.statements().get(0).statement().result().success()).isNull();
  }

  @Test
  void says_the_section_and_throws_all_problems_when_it_must_be_strict() {
    assertThatThrownBy(() -> read(with("'x':1,'y':2")).statementsOrThrow())
        .isInstanceOfSatisfying(XapiException.class, e -> {
          assertThat(e.status()).isEqualTo(400);
          assertThat(e.problems())
              .hasSize(2)
              .allSatisfy(p -> assertThat(p.message()).contains("Data 2.2", "4.2.1"));
        });
  }

  @Test
  void limits_nesting_numbers_and_batches() {
    StatementReader small = new StatementReader(XapiVersion.V2_0_0, new JsonLimits(10, 1, 20));
    String deep =
        with("'result':{'extensions':{'http://e.x':" + "[".repeat(20) + "]".repeat(20) + "}}");
    String one = "{" + CORE + "}";

    assertThat(small.read(json(deep)).problems())
        .extracting(Problem::code)
        .containsExactly("XAPI-JSON-008");
    assertThat(small.read(json("[" + one + "," + one + "]")).problems())
        .extracting(Problem::code)
        .containsExactly("XAPI-JSON-008");
    assertThat(small
            .read(json(with("'result':{'score':{'raw':" + "1".repeat(40) + "}}")))
            .problems())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.code()).isEqualTo("XAPI-JSON-008");
          assertThat(found.message()).contains("10 deep", "20 characters");
        });
  }

  @Test
  void warns_of_a_list_that_does_not_belong_to_the_kind_of_question() {
    Reading reading = read("{" + ACTOR + "," + VERB
        + ",'object':{'id':'http://e.x','definition':{'interactionType':'numeric','steps':[]}}}");

    assertThat(reading.isValid()).isTrue();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.isError()).isFalse());
  }
}
