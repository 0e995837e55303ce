package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;
import static org.lmskit.xapi.lrs.LrsTests.voiding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.ContextAgent;
import org.lmskit.xapi.ContextGroup;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementFormat;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.SubStatement;

interface StatementQuerying extends LrsTests {
  UUID REGISTRATION = UUID.fromString("0f6e0c7e-6f0e-4d6e-8d4f-2b7a3f1a9c11");

  @Test
  default void filters_by_agent_verb_activity_and_registration_alone_and_together() {
    Context registered = Context.builder().registration(REGISTRATION).build();
    lrs().store(statement(id(1), ANN, DID, FIRE));
    lrs().store(statement(id(2), BEN, DID, FIRE));
    lrs().store(statement(id(3), ANN, SAW, FIRE));
    lrs().store(statement(id(4), ANN, DID, WATER));
    lrs().store(Statement.builder(ANN, DID, FIRE).id(id(5)).context(registered).build());

    assertThat(ids(StatementQuery.builder().agent(ANN)))
        .containsExactly(id(5), id(4), id(3), id(1));
    assertThat(ids(StatementQuery.builder().verb(SAW.id()))).containsExactly(id(3));
    assertThat(ids(StatementQuery.builder().activity(WATER.id()))).containsExactly(id(4));
    assertThat(ids(StatementQuery.builder().registration(REGISTRATION))).containsExactly(id(5));
    assertThat(ids(StatementQuery.builder().agent(ANN).verb(DID.id()).activity(FIRE.id())))
        .containsExactly(id(5), id(1));
    assertThat(ids(StatementQuery.builder().agent(BEN).verb(SAW.id()))).isEmpty();
  }

  @Test
  default void an_agent_is_found_as_actor_object_and_member_of_either() {
    Group team =
        new Group(null, new Identifier.OpenId(new Iri("http://example.org/team")), List.of(ANN));
    lrs().store(Statement.builder(ANN, DID, FIRE).id(id(1)).build());
    lrs().store(Statement.builder(BEN, DID, ANN).id(id(2)).build());
    lrs().store(Statement.builder(team, DID, FIRE).id(id(3)).build());
    lrs()
        .store(
            Statement.builder(BEN, DID, Group.anonymous(List.of(ANN))).id(id(4)).build());
    lrs().store(Statement.builder(BEN, DID, FIRE).id(id(5)).build());

    assertThat(ids(StatementQuery.builder().agent(ANN)))
        .containsExactly(id(4), id(3), id(2), id(1));
    assertThat(ids(StatementQuery.builder().agent(team))).containsExactly(id(3));
  }

  @Test
  default void every_kind_of_identifier_finds_its_agent_and_no_other() {
    List<Agent> agents = List.of(
        Agent.mbox("x@example.org"),
        Agent.mboxSha1Sum("0123456789abcdef0123456789abcdef01234567"),
        Agent.openId("http://example.org/x"),
        Agent.account("http://example.org/", "x"),
        Agent.account("http://example.org/", "y"));
    for (int i = 0; i < agents.size(); i++) {
      lrs().store(statement(id(i), agents.get(i).named("Somebody"), DID, FIRE));
    }

    for (int i = 0; i < agents.size(); i++) {
      assertThat(ids(StatementQuery.builder().agent(agents.get(i)))).containsExactly(id(i));
    }
    assertThat(ids(StatementQuery.builder()
            .agent(Agent.mboxSha1Sum("0123456789ABCDEF0123456789abcdef01234567"))))
        .containsExactly(id(1));
  }

  @Test
  default void related_agents_are_found_in_every_place_and_only_when_asked_for() {
    Group team = Group.anonymous(List.of(ANN));
    List<Statement> mentioning = List.of(
        inContext(1, Context.builder().instructor(ANN)),
        inContext(2, Context.builder().team(team)),
        inContext(3, Context.builder().agents(List.of(new ContextAgent(ANN, List.of())))),
        inContext(4, Context.builder().groups(List.of(new ContextGroup(team, List.of())))),
        within(5, new SubStatement(ANN, DID, FIRE)),
        within(6, new SubStatement(BEN, DID, ANN)),
        within(
            7,
            new SubStatement(
                BEN, DID, FIRE, null, Context.builder().instructor(ANN).build(), null, List.of())));
    lrs().store(mentioning);
    lrs().as(org.lmskit.xapi.Access.all(ANN)).store(statement(id(8), BEN, DID, FIRE));
    lrs().store(statement(id(9), BEN, DID, FIRE));

    assertThat(ids(StatementQuery.builder().agent(ANN))).isEmpty();
    assertThat(ids(StatementQuery.builder().agent(ANN).relatedAgents(true).ascending(true)))
        .containsExactly(id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8));
  }

  @Test
  default void related_activities_are_found_in_every_place_and_only_when_asked_for() {
    List<Activity> fire = List.of(FIRE);
    List<Activity> none = List.of();
    lrs()
        .store(List.of(
            inContext(1, activities(new ContextActivities(fire, none, none, none))),
            inContext(2, activities(new ContextActivities(none, fire, none, none))),
            inContext(3, activities(new ContextActivities(none, none, fire, none))),
            inContext(4, activities(new ContextActivities(none, none, none, fire))),
            within(5, new SubStatement(BEN, DID, FIRE)),
            statement(id(6), BEN, DID, FIRE),
            statement(id(7), BEN, DID, WATER)));

    assertThat(ids(StatementQuery.builder().activity(FIRE.id()))).containsExactly(id(6));
    assertThat(ids(StatementQuery.builder().activity(FIRE.id()).relatedActivities(true)))
        .containsExactly(id(6), id(5), id(4), id(3), id(2), id(1));
  }

  @Test
  default void since_is_exclusive_and_until_inclusive() {
    for (int i = 1; i <= 4; i++) {
      lrs().store(statement(id(i), ANN, DID, FIRE));
      clock().advance(Duration.ofMillis(10));
    }
    Instant second = START.plusMillis(10);
    Instant third = START.plusMillis(20);

    for (boolean ascending : List.of(true, false)) {
      StatementQuery.Builder query = StatementQuery.builder().ascending(ascending);
      assertThat(ids(query.since(second).until(third))).containsExactly(id(3));
      assertThat(ids(query.since(second).until(null))).containsExactlyInAnyOrder(id(3), id(4));
      assertThat(ids(query.since(null).until(second))).containsExactlyInAnyOrder(id(1), id(2));
      assertThat(ids(query.since(second.minusNanos(1)).until(second))).containsExactly(id(2));
      assertThat(ids(query.since(third).until(second))).isEmpty();
      assertThat(ids(query.since(Instant.MIN).until(Instant.MAX))).hasSize(4);
    }
  }

  @Test
  default void pages_neither_skip_nor_repeat_while_statements_arrive() {
    for (int i = 1; i <= 25; i++) {
      lrs().store(statement(id(i), ANN, DID, FIRE));
    }
    for (boolean ascending : List.of(true, false)) {
      List<UUID> seen = new ArrayList<>();
      StatementQuery next =
          StatementQuery.builder().agent(ANN).limit(4).ascending(ascending).build();
      int added = ascending ? 100 : 200;
      while (next != null) {
        StatementPage page = lrs().query(next);
        seen.addAll(LrsTests.ids(page));
        next = page.next();
        lrs().store(statement(id(added++), ANN, DID, FIRE));
      }
      assertThat(seen).doesNotHaveDuplicates().containsAll(ids(1, 25));
      assertThat(seen).doesNotContain(id(added - 1), id(added - 2));
    }
  }

  @Test
  default void a_page_is_full_although_voided_statements_are_left_out() {
    for (int i = 1; i <= 20; i++) {
      lrs().store(statement(id(i), ANN, DID, FIRE));
    }
    clock().advance(Duration.ofHours(1));
    for (int i = 3; i <= 18; i++) {
      lrs().store(voiding(id(100 + i), id(i)));
    }

    StatementQuery query =
        StatementQuery.builder().activity(FIRE.id()).until(START).limit(3).build();

    assertThat(LrsTests.ids(lrs().query(query))).containsExactly(id(20), id(19), id(2));
    assertThat(allIds(query)).containsExactly(id(20), id(19), id(2), id(1));
  }

  @Test
  default void the_last_page_has_no_next_even_if_it_is_full() {
    lrs().store(statement(id(1), ANN, DID, FIRE));
    lrs().store(statement(id(2), ANN, DID, FIRE));

    assertThat(lrs().query(StatementQuery.builder().limit(2).build()).next()).isNull();
    assertThat(lrs().query(StatementQuery.builder().limit(1).build()).next()).isNotNull();
  }

  @Test
  default void a_cursor_that_was_never_given_out_is_a_bad_request() {
    assertStatus(400, () -> lrs().query(StatementQuery.ALL.from("zz.!")));
    assertStatus(400, () -> lrs().query(StatementQuery.ALL.from("1")));
  }

  @Test
  default void ids_and_canonical_formats_are_made_of_what_is_stored() {
    Activity named = Activity.of("http://example.org/c", "Course", "http://example.org/course");
    lrs().store(Statement.builder(ANN.named("Ann"), DID, named).id(id(1)).build());
    storeJson("""
        {"id":"00000000-0000-4000-8000-000000000002","actor":{"mbox":"mailto:ann@example.org"},
         "verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/c",
         "definition":{"name":{"de-DE":"Kurs"}}}}""");

    assertThat(presented(StatementFormat.IDS, List.of()).actor()).isEqualTo(ANN);
    assertThat(presented(StatementFormat.IDS, List.of()).object())
        .isEqualTo(Activity.of("http://example.org/c"));
    Activity canonical =
        (Activity) presented(StatementFormat.CANONICAL, List.of("de")).object();
    assertThat(canonical.definition().name().values()).containsOnlyKeys("de-DE");
    assertThat(canonical.definition().type()).isEqualTo(new Iri("http://example.org/course"));
    assertThat(presented(StatementFormat.EXACT, List.of("de")).object()).isEqualTo(named);
  }

  private Statement presented(StatementFormat format, List<String> languages) {
    Presentation presentation = new Presentation(format, languages, false);
    return lrs().find(id(1), presentation).orElseThrow().statement().statement();
  }

  private static Context.Builder activities(ContextActivities activities) {
    return Context.builder().activities(activities);
  }

  private static Statement inContext(int number, Context.Builder context) {
    return Statement.builder(BEN, DID, WATER)
        .id(id(number))
        .context(context.build())
        .build();
  }

  private static Statement within(int number, SubStatement sub) {
    return Statement.builder(BEN, DID, sub).id(id(number)).build();
  }

  private static List<UUID> ids(int from, int to) {
    return java.util.stream.IntStream.rangeClosed(from, to)
        .mapToObj(LrsTests::id)
        .toList();
  }
}
