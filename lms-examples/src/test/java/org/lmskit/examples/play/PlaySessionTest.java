package org.lmskit.examples.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.examples.play.TestPackage.item;
import static org.lmskit.examples.play.TestPackage.scorm2004;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each line of the protocol's specification, on packages that the test writes. */
class PlaySessionTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String WRITES_GLOBAL = """
      <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P">
        <imsss:mapInfo targetObjectiveID="urn:shared" readSatisfiedStatus="true"
            writeSatisfiedStatus="true" readNormalizedMeasure="true" writeNormalizedMeasure="true"/>
      </imsss:primaryObjective></imsss:objectives></imsss:sequencing>
      """;

  @TempDir
  private Path folder;

  private final PlaySession session = new PlaySession(Clock.fixed(NOW, ZoneOffset.UTC));
  private Path course;

  @BeforeEach
  void writeCourse() {
    course = TestPackage.write(
        folder.resolve("course.zip"),
        scorm2004("ORG", item("A", "") + item("B", "ASSET", "") + item("C", "")));
  }

  @Test
  void open_answers_the_identifier_of_the_organization_without_its_white_space() {
    Path odd = TestPackage.write(
        folder.resolve("odd.zip"), scorm2004("  THE  ORG ", item(" THE  A ", "") + item("B", "")));

    assertThat(ask("{'open':'FILE','learner':'L1'}", odd)).hasToString("{\"opened\":\"THE ORG\"}");
    assertThat(ask("{'nav':'choice','target':'  THE   A '}").path("delivered").asString())
        .isEqualTo("THE A");
    assertThat(texts(ask("{'nav':'continue'}").path("toc")))
        .containsExactly("THE ORG", "THE A", "B");
  }

  @Test
  void start_delivers_the_first_activity_with_its_address_and_all_that_the_player_shows() {
    open("L1");

    JsonNode answer = ask("{'nav':'start'}");

    assertThat(answer)
        .hasToString(quoted(
            "{'delivered':'A','href':'page.html?i=A','ended':false,'suspended':false,'exception':null,"
                + "'validRequests':{'continue':true,'previous':false,'exit':true,'exitAll':true,"
                + "'suspendAll':true,'abandon':true,'abandonAll':true,"
                + "'choice':['ORG','A','B','C'],'jump':['A','B','C']},"
                + "'hidden':[],'toc':['ORG','A','B','C']}"));
  }

  @Test
  void every_navigation_request_of_the_standard_is_served() {
    open("L1");

    assertThat(delivered("{'nav':'start'}")).isEqualTo("A");
    assertThat(delivered("{'nav':'continue'}")).isEqualTo("B");
    assertThat(delivered("{'nav':'previous'}")).isEqualTo("A");
    assertThat(delivered("{'nav':'choice','target':'C'}")).isEqualTo("C");
    assertThat(delivered("{'nav':'jump','target':'B'}")).isEqualTo("B");
    JsonNode suspended = ask("{'nav':'suspendAll'}");
    assertThat(suspended.path("delivered").isNull()).isTrue();
    assertThat(suspended.path("ended").asBoolean()).isTrue();
    assertThat(suspended.path("suspended").asBoolean()).isTrue();
    assertThat(delivered("{'nav':'resumeAll'}")).isEqualTo("B");
    JsonNode exited = ask("{'nav':'exit'}");
    assertThat(exited.path("delivered").isNull()).isTrue();
    assertThat(exited.path("exception").isNull()).isTrue();
    assertThat(exited.path("ended").asBoolean()).isFalse();
    assertThat(delivered("{'nav':'choice','target':'A'}")).isEqualTo("A");
    assertThat(ask("{'nav':'abandon'}").path("exception").isNull()).isTrue();
    assertThat(ask("{'nav':'exitAll'}").path("ended").asBoolean()).isTrue();
    assertThat(delivered("{'nav':'start'}")).isEqualTo("A");
    JsonNode abandoned = ask("{'nav':'abandonAll'}");
    assertThat(abandoned.path("ended").asBoolean()).isTrue();
    assertThat(abandoned.path("suspended").asBoolean()).isFalse();
  }

  @Test
  void refused_request_is_no_failure_and_leaves_the_content_running() {
    open("L1");
    ask("{'nav':'start'}");
    ask("{'call':'Initialize','args':['']}");

    JsonNode refused = ask("{'nav':'choice','target':'NOBODY'}");

    assertThat(refused.path("delivered").isNull()).isTrue();
    assertThat(refused.path("exception").asString()).isEqualTo("NB.2.1-11");
    assertThat(refused.has("failure")).isFalse();
    assertThat(ask("{'call':'SetValue','args':['cmi.location','5']}"))
        .hasToString(quoted("{'result':'true','error':'0'}"));
    assertThat(ask("{'nav':'start'}").path("exception").asString()).isEqualTo("NB.2.1-1");
    assertThat(ask("{'nav':'resumeAll'}").path("exception").asString()).isEqualTo("NB.2.1-1");
  }

  @Test
  void request_refused_after_the_attempt_ended_leaves_nothing_delivered() {
    open("L1");
    ask("{'nav':'start'}");

    JsonNode refused = ask("{'nav':'previous'}");

    assertThat(refused.path("exception").asString()).isEqualTo("SB.2.1-3");
    assertThat(activity("A").path("active").asBoolean()).isFalse();
    assertThat(failure("{'call':'Initialize','args':['']}")).isEqualTo("no activity is delivered");
    assertThat(delivered("{'nav':'continue'}")).isEqualTo("B");
  }

  @Test
  void hidden_names_the_controls_that_the_activity_takes_away() {
    Path hiding = TestPackage.write(
        folder.resolve("hiding.zip"),
        scorm2004(
            "ORG",
            item(
                    "A",
                    "<adlnav:presentation><adlnav:navigationInterface>"
                        + "<adlnav:hideLMSUI>continue</adlnav:hideLMSUI>"
                        + "<adlnav:hideLMSUI>exitAll</adlnav:hideLMSUI>"
                        + "</adlnav:navigationInterface></adlnav:presentation>")
                + item("B", "")));
    ask("{'open':'FILE','learner':'L1'}", hiding);

    assertThat(texts(ask("{'nav':'start'}").path("hidden"))).containsExactly("continue", "exitAll");
    assertThat(texts(ask("{'nav':'continue'}").path("hidden"))).isEmpty();
  }

  @Test
  void toc_lacks_invisible_items_and_those_hidden_from_choice() {
    Path secret = TestPackage.write(
        folder.resolve("secret.zip"),
        scorm2004(
            "ORG",
            item("A", "")
                + item("B", "").replace("<item ", "<item isvisible=\"false\" ")
                + item(
                    "C",
                    "<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule>"
                        + "<imsss:ruleConditions><imsss:ruleCondition condition=\"always\"/>"
                        + "</imsss:ruleConditions><imsss:ruleAction action=\"hiddenFromChoice\"/>"
                        + "</imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>")
                + item(
                    "D",
                    "<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule>"
                        + "<imsss:ruleConditions><imsss:ruleCondition condition=\"always\"/>"
                        + "</imsss:ruleConditions><imsss:ruleAction action=\"disabled\"/>"
                        + "</imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>")));
    ask("{'open':'FILE','learner':'L1'}", secret);

    JsonNode answer = ask("{'nav':'start'}");

    assertThat(texts(answer.path("toc"))).containsExactly("ORG", "A", "D");
    assertThat(texts(answer.path("validRequests").path("choice")))
        .contains("A", "B")
        .doesNotContain("C", "D");
  }

  @Test
  void calls_answer_as_the_api_does_for_scos_and_assets_and_none_is_required() {
    open("L1");
    ask("{'nav':'start'}");

    assertThat(call("GetValue", "cmi.location")).isEqualTo("|122");
    assertThat(call("Initialize", "")).isEqualTo("true|0");
    assertThat(call("GetValue", "cmi.learner_id")).isEqualTo("L1|0");
    assertThat(call("SetValue", "cmi.learner_id", "x")).isEqualTo("false|404");
    assertThat(ask("{'call':'GetLastError','args':[]}").path("result").asString())
        .isEqualTo("404");
    assertThat(ask("{'call':'GetLastError'}").path("result").asString()).isEqualTo("404");
    assertThat(call("GetErrorString", "404")).startsWith("Data model element is read only");
    assertThat(call("GetDiagnostic", "404")).contains("read only");
    assertThat(call("Commit", "")).isEqualTo("true|0");
    assertThat(call("Terminate", "")).isEqualTo("true|0");
    assertThat(call("GetValue", "cmi.location")).isEqualTo("|123");
    assertThat(delivered("{'nav':'continue'}")).isEqualTo("B");
    assertThat(call("Initialize", "")).isEqualTo("true|0");
    assertThat(delivered("{'nav':'continue'}")).isEqualTo("C");
  }

  @Test
  void calls_with_a_wrong_number_of_arguments_are_refused_by_the_api() {
    open("L1");
    ask("{'nav':'start'}");

    assertThat(call("Initialize", "yes")).isEqualTo("false|201");
    assertThat(call("Initialize")).isEqualTo("false|201");
    assertThat(call("Initialize", "")).isEqualTo("true|0");
    assertThat(call("GetValue")).isEqualTo("|201");
    assertThat(call("SetValue", "cmi.location")).isEqualTo("false|201");
    assertThat(call("SetValue", "cmi.location", "1", "2")).isEqualTo("false|201");
    assertThat(ask("{'call':'SetValue','args':['cmi.score.raw',80]}")
            .path("result")
            .asString())
        .isEqualTo("true");
    assertThat(call("GetValue", "cmi.score.raw")).isEqualTo("80|0");
  }

  @Test
  void terminate_brings_the_navigation_that_the_content_asked_for() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "adl.nav.request", "continue");

    JsonNode answer = ask("{'call':'Terminate','args':['']}");

    assertThat(answer.path("result").asString()).isEqualTo("true");
    assertThat(answer.path("navigation").path("delivered").asString()).isEqualTo("B");
    assertThat(answer.path("navigation").path("validRequests").path("previous").asBoolean())
        .isTrue();
    call("Initialize", "");
    call("SetValue", "cmi.exit", "logout");
    assertThat(ask("{'call':'Terminate','args':['']}")
            .path("navigation")
            .path("ended")
            .asBoolean())
        .isTrue();
  }

  @Test
  void terminate_without_a_request_brings_no_navigation() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");

    assertThat(ask("{'call':'Terminate','args':['']}"))
        .hasToString(quoted("{'result':'true','error':'0'}"));
  }

  @Test
  void unload_calls_run_before_the_request_which_beats_that_of_the_content() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");

    JsonNode answer = ask("{'nav':'choice','target':'C','unload':["
        + "{'call':'SetValue','args':['cmi.completion_status','completed']},"
        + "{'call':'SetValue','args':['adl.nav.request','exitAll']},"
        + "{'call':'Terminate','args':['']},"
        + "{'call':'Terminate','args':['']}]}");

    assertThat(answer.path("delivered").asString()).isEqualTo("C");
    assertThat(answer.path("unload"))
        .hasToString(quoted("[{'result':'true','error':'0'},"
            + "{'result':'true','error':'0'},{'result':'true','error':'0'},"
            + "{'result':'false','error':'113'}]"));
    assertThat(activity("A").path("completion").asString()).isEqualTo("completed");
  }

  @Test
  void unload_calls_are_answered_when_the_attempt_is_abandoned_and_count_for_nothing() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");

    JsonNode answer = ask("{'nav':'abandon','unload':["
        + "{'call':'SetValue','args':['cmi.completion_status','completed']},"
        + "{'call':'Terminate','args':['']}]}");

    assertThat(answer.path("unload")).hasSize(2);
    assertThat(activity("A").path("completion").asString()).isEqualTo("unknown");
  }

  @Test
  void page_that_was_taken_away_for_a_refused_request_is_launched_again() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");

    JsonNode answer = ask("{'nav':'choice','target':'?','unload':["
        + "{'call':'SetValue','args':['cmi.exit','suspend']},"
        + "{'call':'SetValue','args':['cmi.location','7']},{'call':'Terminate','args':['']}]}");

    assertThat(answer.path("exception").asString()).isEqualTo("NB.2.1-11");
    assertThat(answer.path("unload")).hasSize(3);
    assertThat(call("Initialize", "")).isEqualTo("true|0");
    assertThat(call("GetValue", "cmi.entry")).isEqualTo("resume|0");
    assertThat(call("GetValue", "cmi.location")).isEqualTo("7|0");
  }

  @Test
  void suspend_all_counts_as_an_exit_by_suspend() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "cmi.suspend_data", "page=3");
    call("SetValue", "cmi.exit", "normal");
    call("Terminate", "");
    ask("{'nav':'suspendAll'}");
    open("L1");

    assertThat(delivered("{'nav':'resumeAll'}")).isEqualTo("A");

    call("Initialize", "");
    assertThat(call("GetValue", "cmi.entry")).isEqualTo("resume|0");
    assertThat(call("GetValue", "cmi.suspend_data")).isEqualTo("page=3|0");
  }

  @Test
  void opening_again_continues_the_registration_and_start_begins_a_new_attempt() {
    open("L1");
    ask("{'nav':'start'}");
    complete();
    ask("{'nav':'exitAll'}");
    open("L1");

    assertThat(activity("A").path("completion").asString()).isEqualTo("completed");
    assertThat(activity("ORG").path("attempts").asInt()).isEqualTo(1);
    assertThat(delivered("{'nav':'start'}")).isEqualTo("A");
    assertThat(activity("ORG").path("attempts").asInt()).isEqualTo(2);
    assertThat(activity("A").path("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void opening_again_in_the_middle_of_a_session_may_go_on_or_begin_anew() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "cmi.location", "9");
    open("L2");
    open("L1");

    assertThat(call("GetValue", "cmi.location")).isEqualTo("9|0");

    open("L1");
    assertThat(delivered("{'nav':'resumeAll'}")).isEqualTo("A");
    call("Initialize", "");
    assertThat(call("GetValue", "cmi.location")).isEqualTo("9|0");
    open("L1");
    assertThat(delivered("{'nav':'start'}")).isEqualTo("A");
    assertThat(activity("ORG").path("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void learners_are_apart_and_a_changed_package_is_another_one() {
    open("L1");
    ask("{'nav':'start'}");
    complete();
    open("L2");

    assertThat(activity("A").path("completion").asString()).isEqualTo("unknown");
    assertThat(ask("{'nav':'start'}").path("delivered").asString()).isEqualTo("A");
    open("L1");
    assertThat(activity("A").path("completion").asString()).isEqualTo("completed");

    TestPackage.write(course, scorm2004("ORG", item("A", "") + item("Z", "")));
    open("L1");
    assertThat(activity("A").path("completion").asString()).isEqualTo("unknown");
  }

  @Test
  void global_objectives_follow_the_learner_to_another_package() {
    String items = item("A", WRITES_GLOBAL) + item("B", "");
    Path one = TestPackage.write(folder.resolve("one.zip"), scorm2004("ONE", items));
    Path two = TestPackage.write(folder.resolve("two.zip"), scorm2004("TWO", items));
    ask("{'open':'FILE','learner':'L1'}", one);
    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "cmi.success_status", "passed");
    call("SetValue", "cmi.score.scaled", "0.50");
    call("Terminate", "");
    ask("{'open':'FILE','learner':'L1'}", two);

    JsonNode state = ask("{'state':true}");

    assertThat(state.path("objectives").path(0))
        .hasToString(quoted("{'id':'urn:shared','completion':'unknown','satisfied':true,"
            + "'measure':0.5,'progress':null,'raw':null,'min':null,'max':null}"));
    assertThat(activity("A").path("satisfied").asBoolean()).isTrue();
    ask("{'open':'FILE','learner':'L2'}", two);
    assertThat(ask("{'state':true}").path("objectives")).isEmpty();
  }

  @Test
  void global_objective_that_content_sets_to_unknown_is_unknown_to_all_packages() {
    String writesOnly =
        WRITES_GLOBAL.replace("readSatisfiedStatus=\"true\"", "readSatisfiedStatus=\"false\"");
    String items = item("A", writesOnly) + item("B", "");
    Path one = TestPackage.write(folder.resolve("one.zip"), scorm2004("ONE", items));
    Path two = TestPackage.write(folder.resolve("two.zip"), scorm2004("TWO", items));
    ask("{'open':'FILE','learner':'L1'}", one);
    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "cmi.success_status", "passed");
    call("Terminate", "");
    ask("{'open':'FILE','learner':'L1'}", two);
    assertThat(ask("{'state':true}").path("objectives")).hasSize(1);

    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "cmi.success_status", "unknown");
    call("Terminate", "");

    assertThat(ask("{'state':true}").path("objectives")).isEmpty();
    ask("{'open':'FILE','learner':'L1'}", one);
    assertThat(ask("{'state':true}").path("objectives")).isEmpty();
  }

  @Test
  void state_tells_the_tracking_of_every_activity() {
    open("L1");
    ask("{'nav':'start'}");
    call("Initialize", "");
    call("SetValue", "cmi.completion_status", "incomplete");
    call("SetValue", "cmi.progress_measure", "0.25");
    call("SetValue", "cmi.success_status", "failed");
    call("SetValue", "cmi.score.scaled", "-1");
    call("SetValue", "cmi.exit", "suspend");
    call("Terminate", "");

    assertThat(activity("A"))
        .hasToString(quoted("{'id':'A','attempts':1,'completion':'incomplete','satisfied':false,"
            + "'measure':-1,'progress':0.25,'suspended':true,'active':true}"));
    assertThat(activity("C"))
        .hasToString(quoted("{'id':'C','attempts':0,'completion':'unknown','satisfied':null,"
            + "'measure':null,'progress':null,'suspended':false,'active':false}"));
  }

  @Test
  void mode_and_credit_are_those_of_open() {
    ask("{'open':'FILE','learner':'L1','mode':'review','credit':'no-credit'}", course);
    ask("{'nav':'start'}");
    call("Initialize", "");

    assertThat(call("GetValue", "cmi.mode")).isEqualTo("review|0");
    assertThat(call("GetValue", "cmi.credit")).isEqualTo("no-credit|0");
    call("SetValue", "cmi.completion_status", "completed");
    call("Terminate", "");
    assertThat(activity("A").path("completion").asString()).isEqualTo("unknown");

    ask("{'open':'FILE','learner':'L1','mode':null}", course);
    ask("{'nav':'start'}");
    call("Initialize", "");
    assertThat(call("GetValue", "cmi.mode")).isEqualTo("normal|0");
    assertThat(call("GetValue", "cmi.credit")).isEqualTo("credit|0");
  }

  @Test
  void content_of_12_has_the_prefixed_names_alone() {
    Path old = TestPackage.write(folder.resolve("old.zip"), TestPackage.scorm12());
    ask("{'open':'FILE','learner':'L1'}", old);

    assertThat(ask("{'nav':'start'}").path("href").asString()).isEqualTo("page.html?lang=de#top");
    assertThat(call("LMSInitialize", "")).isEqualTo("true|0");
    assertThat(call("LMSGetValue", "cmi.core.student_id")).isEqualTo("L1|0");
    assertThat(call("LMSSetValue", "cmi.core.exit", "normal")).isEqualTo("false|405");
    assertThat(ask("{'call':'Initialize','args':['']}").path("failure").asString())
        .isEqualTo("the API of SCORM 1.2 has no Initialize");
    assertThat(call("LMSFinish", "")).isEqualTo("true|0");
    assertThat(activity("I1").path("completion").asString()).isEqualTo("completed");
    assertThat(delivered("{'nav':'continue'}")).isEqualTo("I2");
  }

  @Test
  void prerequisites_of_scorm_12_close_an_item_also_when_the_package_is_opened_again() {
    Path old = TestPackage.write(
        folder.resolve("old.zip"),
        TestPackage.scorm12(
            "<adlcp:prerequisites type=\"aicc_script\">I1=passed</adlcp:prerequisites>"));
    ask("{'open':'FILE','learner':'L1'}", old);

    JsonNode started = ask("{'nav':'start'}");
    assertThat(texts(started.path("validRequests").path("choice"))).containsExactly("ORG", "I1");
    assertThat(texts(started.path("toc"))).containsExactly("ORG", "I1", "I2");
    assertThat(ask("{'nav':'choice','target':'I2'}").path("exception").asString())
        .isEqualTo("DB.1.1-3");
    assertThat(delivered("{'nav':'choice','target':'I1'}")).isEqualTo("I1");
    call("LMSInitialize", "");
    call("LMSSetValue", "cmi.core.lesson_status", "passed");
    call("LMSFinish", "");

    ask("{'open':'FILE','learner':'L1'}", old);
    assertThat(delivered("{'nav':'choice','target':'I2'}")).isEqualTo("I2");
    ask("{'open':'FILE','learner':'L2'}", old);
    assertThat(ask("{'nav':'choice','target':'I2'}").path("exception").asString())
        .isEqualTo("DB.1.1-3");
  }

  @Test
  void what_cannot_be_served_is_a_failure_and_the_session_goes_on() {
    assertThat(failure("{'nav':'start'}")).isEqualTo("nothing is open");
    assertThat(failure("{'call':'Initialize','args':['']}")).isEqualTo("nothing is open");
    assertThat(failure("{'state':true}")).isEqualTo("nothing is open");
    assertThat(failure("{'open':'nowhere.zip','learner':'L1'}")).isEqualTo("no file nowhere.zip");
    assertThat(failure("{'open':'a\\u0000b','learner':'L1'}")).startsWith("no file");
    open("L1");
    assertThat(failure("{'call':'Initialize','args':['']}")).isEqualTo("no activity is delivered");
    ask("{'nav':'start'}");
    for (String line : List.of(
        "",
        "{",
        "nonsense",
        "[]",
        "{}",
        "null",
        "{'nav':'start'} {}",
        "{'nav':'start','nav':'exit'}",
        "{'nav':'dance'}",
        "{'nav':7}",
        "{'nav':'choice'}",
        "{'nav':'exit','unload':'x'}",
        "{'nav':'exit','unload':[{'call':'Dance'}]}",
        "{'nav':'exit','unload':[7]}",
        "{'call':'Dance','args':[]}",
        "{'call':'LMSInitialize','args':['']}",
        "{'call':'Initialize','args':{}}",
        "{'call':'Initialize','args':[[]]}",
        "{'state':false}",
        "{'open':'x'}",
        "{'open':'x','learner':'L1','mode':'odd'}",
        "{'open':'x','learner':'L1','credit':'odd'}",
        "[".repeat(100_000))) {
      assertThat(failure(line)).as(line).isNotEmpty().doesNotContain("\n");
    }
    assertThat(call("Initialize", "")).isEqualTo("true|0");
  }

  @Test
  void what_is_no_json_is_told_without_the_names_of_the_parser() {
    String not = "the line is not JSON: ";
    assertThat(failure("{'state':true} {}")).isEqualTo("the line has more than one JSON object");
    assertThat(failure("{'state':true"))
        .isEqualTo(not + "Unexpected end-of-input: expected close marker for Object");
    assertThat(failure("{'a':NaN}")).isEqualTo(not + "Non-standard token 'NaN'");
    assertThat(failure("// state"))
        .isEqualTo(not + "Unexpected character ('/' (code 47)): maybe a (non-standard) comment?");
    assertThat(failure("{'a':" + "[".repeat(600)))
        .isEqualTo(not + "Document nesting depth (501) exceeds the maximum allowed (500)");
    assertThat(failure("{'a':1,'a':2}")).isEqualTo(not + "Duplicate Object property \"a\"");
    assertThat(failure("{'a':`}"))
        .startsWith(not + "Unexpected character ('`' (code 96)): expected a valid value ");
    assertThat(failure("{'a':tru}"))
        .startsWith(not + "Unrecognized token 'tru': was expecting (JSON String, ");
  }

  @Test
  void state_is_asked_for_by_true_alone() {
    assertThat(failure("{'state':false}")).isEqualTo("\"state\" must be true");
    assertThat(failure("{'state':'true'}")).isEqualTo("\"state\" must be true");
    assertThat(failure("{}")).isEqualTo("the line asks for none of open, nav, call and state");
  }

  @Test
  void folder_is_told_from_a_file_that_is_missing() {
    assertThat(ask("{'open':'FILE','learner':'L1'}", folder).path("failure").asString())
        .isEqualTo(folder + " is a folder, not a ZIP file");
  }

  @Test
  void refused_package_says_why_and_what_was_open_stays_open() {
    Path bad = TestPackage.write(folder.resolve("bad.zip"), "<manifest>\n<oops</manifest>");
    open("L1");

    String failure = ask("{'open':'FILE','learner':'L1'}", bad).path("failure").asString();

    assertThat(failure).contains("is refused: SCORM-XML-001").contains("line 2");
    assertThat(delivered("{'nav':'start'}")).isEqualTo("A");
  }

  @Test
  void text_of_any_script_comes_back_as_it_was() {
    ask("{'open':'FILE','learner':'Łukasz 学習者 😀'}", course);
    ask("{'nav':'start'}");
    call("Initialize", "");

    assertThat(call("GetValue", "cmi.learner_id")).isEqualTo("Łukasz 学習者 😀|0");
    call("SetValue", "cmi.suspend_data", "tab\tline\nquote\" 😀");
    assertThat(call("GetValue", "cmi.suspend_data")).isEqualTo("tab\tline\nquote\" 😀|0");
  }

  private void open(String learner) {
    assertThat(ask("{'open':'FILE','learner':'" + learner + "'}", course).has("opened"))
        .isTrue();
  }

  private void complete() {
    call("Initialize", "");
    call("SetValue", "cmi.completion_status", "completed");
    call("Terminate", "");
  }

  private JsonNode activity(String id) {
    for (JsonNode activity : ask("{'state':true}").path("activities")) {
      if (activity.path("id").asString().equals(id)) {
        return activity;
      }
    }
    throw new AssertionError("no activity " + id);
  }

  private String delivered(String line) {
    return ask(line).path("delivered").asString();
  }

  private String failure(String line) {
    return ask(line).path("failure").asString("");
  }

  /** {@code result|error} of a call. */
  private String call(String name, String... args) {
    var line = JSON.createObjectNode().put("call", name);
    var values = line.putArray("args");
    for (String arg : args) {
      values.add(arg);
    }
    JsonNode answer = answer(JSON.writeValueAsString(line));
    return answer.path("result").asString() + "|" + answer.path("error").asString();
  }

  private JsonNode ask(String line) {
    return answer(quoted(line));
  }

  private JsonNode ask(String line, Path file) {
    String path = JSON.writeValueAsString(file.toString());
    return answer(quoted(line).replace("\"FILE\"", path));
  }

  private JsonNode answer(String line) {
    String answer = session.answer(line.getBytes(StandardCharsets.UTF_8));
    assertThat(answer).doesNotContain("\n");
    return JSON.readTree(answer);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
