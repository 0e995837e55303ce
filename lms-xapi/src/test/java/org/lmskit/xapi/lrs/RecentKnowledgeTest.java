package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lmskit.model.TenantId;

class RecentKnowledgeTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId ZOO = new TenantId("zoo");
  private static final Map<String, String> SAID = Map.of("fire", "1", "flood", "1");

  private final RecentKnowledge recent = new RecentKnowledge();

  private static RecentKnowledge.Write write(long from, long to, Map<String, String> said) {
    return new RecentKnowledge.Write(from, to, said, from + "-" + to);
  }

  /** Of somebody who sees all that was written. */
  private Set<String> unknown(TenantId tenant, long position, Map<String, String> said) {
    return recent.unknown(tenant, position, said, id -> true);
  }

  @Test
  void what_was_just_written_is_known() {
    recent.add(ACME, write(0, 10, SAID));

    assertThat(unknown(ACME, 10, SAID)).isEmpty();
    assertThat(unknown(ACME, 10, Map.of("fire", "2", "flood", "1", "water", "1")))
        .containsExactlyInAnyOrder("fire", "water");
  }

  @Test
  void nothing_is_known_once_the_position_moved_otherwise() {
    recent.add(ACME, write(0, 10, SAID));

    assertThat(unknown(ACME, 11, SAID)).containsExactlyInAnyOrder("fire", "flood");
    assertThat(unknown(ZOO, 10, SAID)).containsExactlyInAnyOrder("fire", "flood");
  }

  @Test
  void own_writes_in_a_row_keep_all_that_is_known() {
    recent.add(ACME, write(0, 10, SAID));
    recent.add(ACME, write(10, 20, Map.of("water", "1")));

    assertThat(unknown(ACME, 20, Map.of("fire", "1", "water", "1"))).isEmpty();
  }

  @Test
  void a_write_that_says_nothing_keeps_all_that_is_known() {
    recent.add(ACME, write(0, 10, SAID));
    recent.add(ACME, write(10, 20, Map.of()));

    assertThat(unknown(ACME, 20, SAID)).isEmpty();
  }

  @Test
  void a_write_after_another_process_begins_anew() {
    recent.add(ACME, write(0, 10, SAID));
    recent.add(ACME, write(15, 20, Map.of("water", "1")));

    assertThat(unknown(ACME, 20, Map.of("fire", "1", "water", "1"))).containsExactly("fire");
  }

  @Test
  void a_write_that_failed_is_forgotten_and_what_was_known_before_stays_known() {
    RecentKnowledge.Write failing = write(10, 20, Map.of("water", "1"));
    recent.add(ACME, write(0, 10, SAID));
    recent.add(ACME, failing);

    recent.remove(ACME, failing);

    assertThat(unknown(ACME, 10, Map.of("fire", "1", "water", "1"))).containsExactly("water");
  }

  @Test
  void writes_that_shared_a_failed_transaction_are_forgotten_in_any_order() {
    RecentKnowledge.Write first = write(0, 10, Map.of("fire", "2"));
    RecentKnowledge.Write second = write(10, 20, Map.of("flood", "2"));
    recent.add(ACME, first);
    recent.add(ACME, second);

    recent.remove(ACME, first);
    recent.remove(ACME, second);

    Map<String, String> said = Map.of("fire", "2", "flood", "2");
    assertThat(unknown(ACME, 0, said)).hasSize(2);
    assertThat(unknown(ACME, 10, said)).hasSize(2);
    assertThat(unknown(ACME, 20, said)).hasSize(2);
  }

  @Test
  void a_position_is_reached_when_the_write_is_committed() {
    RecentKnowledge.Write write = write(0, 10, SAID);
    recent.add(ACME, write);
    assertThat(recent.position(ACME)).isZero();

    recent.commit(ACME, write);

    assertThat(recent.position(ACME)).isEqualTo(10);
    assertThat(recent.position(ZOO)).isZero();
  }

  @Test
  void a_write_that_is_not_seen_where_it_ended_ends_what_is_known() {
    RecentKnowledge.Write before = write(0, 10, SAID);
    RecentKnowledge.Write failing = write(10, 20, Map.of("water", "1"));
    recent.add(ACME, before);
    recent.commit(ACME, before);
    recent.add(ACME, failing);

    Map<String, String> said = Map.of("fire", "1", "water", "1");
    assertThat(recent.unknown(ACME, 20, said, id -> !id.equals("10-20")))
        .containsExactlyInAnyOrder("fire", "water");
    recent.add(ACME, write(20, 30, Map.of("flood", "2")));
    assertThat(unknown(ACME, 30, said)).containsExactlyInAnyOrder("fire", "water");
  }

  @Test
  void a_write_that_left_nothing_to_see_is_believed_once_it_is_committed() {
    RecentKnowledge.Write before = write(0, 10, SAID);
    RecentKnowledge.Write empty = new RecentKnowledge.Write(10, 20, Map.of(), null);
    recent.add(ACME, before);
    recent.commit(ACME, before);
    recent.add(ACME, empty);
    recent.commit(ACME, empty);
    assertThat(recent.unknown(ACME, 20, SAID, id -> false)).isEmpty();

    recent.add(ACME, new RecentKnowledge.Write(20, 30, Map.of(), null));

    assertThat(unknown(ACME, 30, SAID)).hasSize(2);
  }

  @Test
  void what_came_after_a_write_that_failed_is_not_believed() {
    RecentKnowledge.Write failing = write(10, 20, Map.of("water", "1"));
    RecentKnowledge.Write after = write(20, 30, Map.of());
    recent.add(ACME, write(0, 10, SAID));
    recent.add(ACME, failing);
    recent.add(ACME, after);

    recent.remove(ACME, failing);
    recent.remove(ACME, after);

    assertThat(unknown(ACME, 20, SAID)).hasSize(2);
    assertThat(unknown(ACME, 30, SAID)).hasSize(2);
  }
}
