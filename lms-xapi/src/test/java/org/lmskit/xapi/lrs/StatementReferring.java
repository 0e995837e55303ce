package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.about;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;
import static org.lmskit.xapi.lrs.LrsTests.voiding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementQuery;

/** Communication 2.1.3, "Filter Conditions for StatementRefs". */
interface StatementReferring extends LrsTests {
  Agent CLARA = Agent.mbox("clara@example.org");

  @Test
  default void a_chain_of_depth_5_is_found_by_its_end_in_any_order_of_arrival() {
    for (int seed = 0; seed < 40; seed++) {
      int base = 100 * seed;
      Agent agent = Agent.mbox("agent" + seed + "@example.org");
      List<Statement> chain = new ArrayList<>();
      chain.add(statement(id(base), agent, DID, FIRE));
      for (int i = 1; i <= 5; i++) {
        chain.add(about(id(base + i), id(base + i - 1)));
      }
      Collections.shuffle(chain, new Random(seed));

      storeInPieces(chain, seed % 4);

      assertThat(ids(StatementQuery.builder().agent(agent)))
          .as("order of arrival %s", chain)
          .containsExactlyInAnyOrderElementsOf(chain.stream().map(Statement::id).toList());
    }
  }

  @Test
  default void a_tree_of_references_is_found_whatever_part_comes_last() {
    lrs().store(about(id(3), id(2)));
    lrs().store(about(id(4), id(2)));
    lrs().store(about(id(5), id(3)));
    lrs().store(statement(id(1), CLARA, SAW, WATER));

    lrs().store(about(id(2), id(1)));

    assertThat(ids(StatementQuery.builder().agent(CLARA)))
        .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5));
    assertThat(ids(StatementQuery.builder().activity(WATER.id()))).hasSize(5);
  }

  @Test
  default void cycles_end_and_share_what_they_are_found_by() {
    Context withClara = Context.builder().instructor(CLARA).build();
    lrs().store(about(id(1), id(3)));
    lrs().store(about(id(2), id(1)));
    lrs()
        .store(Statement.builder(ANN, DID, new org.lmskit.xapi.StatementRef(id(2)))
            .id(id(3))
            .context(withClara)
            .build());
    lrs().store(about(id(4), id(4)));

    assertThat(ids(StatementQuery.builder().agent(ANN)))
        .containsExactlyInAnyOrder(id(1), id(2), id(3));
    assertThat(ids(StatementQuery.builder().agent(CLARA).relatedAgents(true))).hasSize(3);
    assertThat(ids(StatementQuery.builder().agent(CLARA))).isEmpty();
    assertThat(ids(StatementQuery.builder().agent(BEN)))
        .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
  }

  @Test
  default void time_counts_for_the_referring_statement_itself() {
    lrs().store(statement(id(1), CLARA, DID, FIRE));
    clock().advance(java.time.Duration.ofHours(1));
    lrs().store(about(id(2), id(1)));

    assertThat(ids(StatementQuery.builder().agent(CLARA).since(START))).containsExactly(id(2));
    assertThat(ids(StatementQuery.builder().agent(CLARA).until(START))).containsExactly(id(1));
  }

  @Test
  default void the_statement_of_a_context_is_not_followed() {
    Context context =
        Context.builder().statement(new org.lmskit.xapi.StatementRef(id(1))).build();
    lrs().store(statement(id(1), CLARA, DID, FIRE));
    lrs().store(Statement.builder(BEN, SAW, WATER).id(id(2)).context(context).build());

    assertThat(ids(StatementQuery.builder().agent(CLARA))).containsExactly(id(1));
  }

  @Test
  default void what_refers_to_a_voided_statement_is_still_found_by_it() {
    lrs().store(statement(id(1), CLARA, DID, FIRE));
    lrs().store(about(id(2), id(1)));

    lrs().store(voiding(id(3), id(1)));

    assertThat(ids(StatementQuery.builder().agent(CLARA))).containsExactlyInAnyOrder(id(2), id(3));
  }

  @Test
  default void an_agent_that_is_only_related_in_a_target_is_only_related_in_what_refers_to_it() {
    Context context = Context.builder().instructor(CLARA).build();
    lrs().store(Statement.builder(ANN, DID, FIRE).id(id(1)).context(context).build());
    lrs().store(about(id(2), id(1)));
    lrs().store(about(id(3), id(4)));
    lrs().store(statement(id(4), CLARA, DID, FIRE));

    assertThat(ids(StatementQuery.builder().agent(CLARA))).containsExactlyInAnyOrder(id(3), id(4));
    assertThat(ids(StatementQuery.builder().agent(CLARA).relatedAgents(true)))
        .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
  }

  private void storeInPieces(List<Statement> statements, int pieces) {
    if (pieces == 0) {
      lrs().store(statements);
      return;
    }
    for (int from = 0; from < statements.size(); from += pieces) {
      lrs().store(statements.subList(from, Math.min(statements.size(), from + pieces)));
    }
  }
}
