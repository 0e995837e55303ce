package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;
import static org.lmskit.xapi.lrs.LrsTests.voiding;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lmskit.model.TenantId;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Scope;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementQuery;

interface StatementStoring extends LrsTests {
  @Test
  default void store_sets_id_timestamp_stored_authority_and_version() {
    UUID id = lrs().store(new Statement(ANN, DID, FIRE));

    Statement found = found(id);
    assertThat(found.id()).isEqualTo(id);
    assertThat(found.stored()).isEqualTo(clock().instant());
    assertThat(found.timestamp()).isEqualTo(clock().instant());
    assertThat(found.authority()).isNotNull();
    assertThat(found.version()).isEqualTo("1.0.0");
  }

  @Test
  default void what_was_received_is_returned_to_the_letter_with_what_the_store_sets() {
    String text = """
        { "version":"1.0.3", "object":{"id":"http://example.org/x"},
          "result": {"score": {"raw": 1.10e1, "scaled":0.50}},
          "stored":"2001-01-01T00:00:00Z", "verb":{"id":"http://example.org/did"},
          "timestamp":"2026-05-18T10:00:00.5+02:00",
          "actor":{"mbox":"mailto:ann@example.org", "name":"Ann \\u0041"} }""";

    UUID id = storeJson(text).get(0);

    assertThat(lrs().find(id).orElseThrow().json())
        .contains("\"raw\": 1.10e1, \"scaled\":0.50")
        .contains("\"name\":\"Ann \\u0041\"")
        .contains("\"timestamp\":\"2026-05-18T10:00:00.5+02:00\"")
        .contains("\"id\":\"" + id + "\"")
        .contains("\"stored\":\"2026-05-18T08:00:00.000Z\"")
        .doesNotContain("2001-01-01");
  }

  @Test
  default void repeating_a_statement_is_harmless_and_keeps_when_it_was_stored() {
    Statement statement = statement(id(1), ANN, DID, FIRE);
    lrs().store(statement);
    clock().advance(Duration.ofHours(1));

    lrs().store(statement.withTimestamp(null));

    assertThat(found(id(1)).stored()).isEqualTo(START);
    assertThat(ids(StatementQuery.builder())).containsExactly(id(1));
  }

  @Test
  default void an_equivalent_text_of_a_stored_statement_is_accepted() {
    storeJson("""
        {"id":"00000000-0000-4000-8000-000000000001","actor":{"mbox":"mailto:ann@EXAMPLE.org"},
         "verb":{"id":"http://example.org/did","display":{"en":"did"}},
         "object":{"id":"http://example.org/x"},"timestamp":"2026-05-18T10:00:00+02:00",
         "result":{"duration":"PT60S","score":{"raw":1.0}}}""");

    storeJson("""
        {"object":{"objectType":"Activity","id":"http://example.org/x","definition":{"name":{"en":"X"}}},
         "id":"00000000-0000-4000-8000-000000000001","timestamp":"2026-05-18T08:00:00Z",
         "verb":{"id":"http://example.org/did"},"actor":{"mbox":"mailto:ann@example.org"},
         "result":{"score":{"raw":1.00},"duration":"PT1M"}}""");

    assertThat(ids(StatementQuery.builder())).hasSize(1);
  }

  @Test
  default void
      a_different_statement_with_a_stored_id_is_a_conflict_and_nothing_of_its_batch_is_stored() {
    lrs().store(statement(id(1), ANN, DID, FIRE));
    List<Statement> batch =
        List.of(statement(id(2), ANN, DID, FIRE), statement(id(1), ANN, DID, WATER));

    assertStatus(409, () -> lrs().store(batch));

    assertThat(found(id(1)).object()).isEqualTo(FIRE);
    assertThat(lrs().find(id(2))).isEmpty();
  }

  @Test
  default void an_id_twice_in_a_batch_is_refused() {
    List<Statement> batch =
        List.of(statement(id(1), ANN, DID, FIRE), statement(id(1), ANN, DID, FIRE));

    assertStatus(400, () -> lrs().store(batch));

    assertThat(lrs().find(id(1))).isEmpty();
  }

  @Test
  default void a_batch_is_stored_in_its_order_and_its_ids_are_returned_in_order() {
    List<UUID> ids = lrs()
        .store(List.of(
            statement(id(3), ANN, DID, FIRE),
            new Statement(ANN, DID, FIRE),
            statement(id(1), ANN, DID, FIRE)));

    assertThat(ids).hasSize(3).startsWith(id(3)).endsWith(id(1));
    assertThat(ids(StatementQuery.builder().ascending(true))).isEqualTo(ids);
  }

  @Test
  default void a_voided_statement_is_found_only_as_a_voided_one() {
    lrs().store(statement(id(1), ANN, DID, FIRE));

    lrs().store(voiding(id(2), id(1)));

    assertThat(lrs().find(id(1))).isEmpty();
    assertThat(lrs().findVoided(id(1), Presentation.EXACT)).isPresent();
    assertThat(lrs().findVoided(id(2), Presentation.EXACT)).isEmpty();
    assertThat(ids(StatementQuery.builder())).containsExactly(id(2));
  }

  @Test
  default void a_statement_that_comes_after_the_one_that_voids_it_is_voided() {
    lrs().store(voiding(id(2), id(1)));

    lrs().store(statement(id(1), ANN, DID, FIRE));

    assertThat(lrs().find(id(1))).isEmpty();
    assertThat(lrs().findVoided(id(1), Presentation.EXACT)).isPresent();
  }

  @Test
  default void a_statement_and_its_voiding_in_one_batch_void_it_in_either_order() {
    lrs().store(List.of(statement(id(1), ANN, DID, FIRE), voiding(id(2), id(1))));
    lrs().store(List.of(voiding(id(4), id(3)), statement(id(3), ANN, DID, FIRE)));

    assertThat(ids(StatementQuery.builder().ascending(true))).containsExactly(id(2), id(4));
  }

  @Test
  default void a_voiding_statement_cannot_be_voided() {
    lrs().store(statement(id(1), ANN, DID, FIRE));
    lrs().store(voiding(id(2), id(1)));

    lrs().store(voiding(id(3), id(2)));
    lrs().store(voiding(id(5), id(4)));
    lrs().store(voiding(id(4), id(1)));

    assertThat(found(id(2)).isVoiding()).isTrue();
    assertThat(found(id(4)).isVoiding()).isTrue();
    assertThat(lrs().findVoided(id(1), Presentation.EXACT)).isPresent();
  }

  @Test
  default void tenants_do_not_see_each_others_statements() {
    lrs().store(statement(id(1), ANN, DID, FIRE));

    Lrs other = lrs().tenant(new TenantId("other-" + UUID.randomUUID()));

    assertThat(other.find(id(1))).isEmpty();
    assertThat(other.query(StatementQuery.ALL).statements()).isEmpty();
    other.store(statement(id(1), BEN, DID, WATER));
    assertThat(found(id(1)).actor()).isEqualTo(ANN);
  }

  @Test
  default void the_authority_is_the_callers_whatever_the_statement_says() {
    Agent caller = Agent.account("https://example.org/lrs", "vendor");
    Statement claimed =
        Statement.builder(ANN, DID, FIRE).id(id(1)).authority(BEN).build();

    lrs().as(Access.all(caller)).store(claimed);

    assertThat(found(id(1)).authority()).isEqualTo(caller);
  }

  @Test
  default void a_caller_who_may_read_only_his_own_sees_only_his_own() {
    Lrs mine =
        lrs().as(new Access(ANN, Set.of(Scope.STATEMENTS_WRITE, Scope.STATEMENTS_READ_MINE)));
    mine.store(statement(id(1), ANN, DID, FIRE));
    lrs().as(Access.all(BEN)).store(statement(id(2), ANN, DID, FIRE));

    assertThat(LrsTests.ids(mine.query(StatementQuery.ALL))).containsExactly(id(1));
    assertThat(mine.find(id(1))).isPresent();
    assertThat(mine.find(id(2))).isEmpty();
  }

  @Test
  default void a_caller_without_the_scope_is_refused() {
    Lrs reader = lrs().as(new Access(ANN, Set.of(Scope.STATEMENTS_READ)));
    Lrs writer = lrs().as(new Access(ANN, Set.of(Scope.STATEMENTS_WRITE)));

    assertStatus(403, () -> reader.store(new Statement(ANN, DID, FIRE)));
    assertStatus(403, () -> writer.query(StatementQuery.ALL));
    assertStatus(403, () -> writer.find(id(1)));
    assertStatus(403, () -> writer.erasure(ANN));
  }

  @Test
  default void consistent_through_reaches_the_clock_without_new_statements() {
    lrs().store(new Statement(ANN, DID, FIRE));
    clock().advance(Duration.ofMinutes(5));

    assertThat(lrs().consistentThrough()).isEqualTo(clock().instant());
  }

  @Test
  default void consistent_through_raises_the_head_at_most_every_100_ms() {
    lrs().consistentThrough();
    clock().advance(Duration.ofMillis(99));
    assertThat(lrs().consistentThrough()).isEqualTo(START);

    clock().advance(Duration.ofMillis(1));
    assertThat(lrs().consistentThrough()).isEqualTo(START.plusMillis(100));
  }

  @Test
  default void consistent_through_is_the_last_write_for_100_ms_whoever_wrote() {
    lrs().store(new Statement(ANN, DID, FIRE));
    clock().advance(Duration.ofMillis(150));
    another().store(new Statement(ANN, DID, FIRE));
    long position = position();

    clock().advance(Duration.ofMillis(99));
    assertThat(lrs().consistentThrough()).isEqualTo(START.plusMillis(150));
    assertThat(position()).isEqualTo(position);

    clock().advance(Duration.ofMillis(1));
    assertThat(lrs().consistentThrough()).isEqualTo(START.plusMillis(250));
  }
}
