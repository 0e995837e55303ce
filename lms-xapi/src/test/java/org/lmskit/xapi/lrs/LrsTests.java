package org.lmskit.xapi.lrs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.RecordedStatement;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.Verb;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;

/** What the parts of the LRS's tests share: an LRS on a fresh tenant, and short ways to use it. */
interface LrsTests {
  Instant START = Instant.parse("2026-05-18T08:00:00Z");
  Agent ANN = Agent.mbox("ann@example.org");
  Agent BEN = Agent.mbox("ben@example.org");
  Verb DID = Verb.of("http://example.org/did", "did");
  Verb SAW = Verb.of("http://example.org/saw", "saw");
  Activity FIRE = Activity.of("http://example.org/fire-safety");
  Activity WATER = Activity.of("http://example.org/water");

  Lrs lrs();

  /** A second LRS on the same tenant, as another process has it. */
  Lrs another();

  /** The tenant's position in the store. */
  long position();

  TestClock clock();

  static Statement statement(UUID id, Agent actor, Verb verb, Activity activity) {
    return Statement.builder(actor, verb, activity).id(id).build();
  }

  static UUID id(int number) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
  }

  /** A statement that refers to another one. */
  static Statement about(UUID id, UUID target) {
    return Statement.builder(BEN, SAW, new StatementRef(target)).id(id).build();
  }

  static Statement voiding(UUID id, UUID target) {
    return Statement.voiding(BEN, target).withId(id);
  }

  /** Reads strictly and stores, as over HTTP. */
  default List<UUID> storeJson(String json) {
    List<Incoming> read = new StatementReader(XapiVersion.V2_0_0).read(json).statementsOrThrow();
    return lrs()
        .store(
            new StatementBatch(read, List.<org.lmskit.xapi.AttachmentPart>of().iterator()));
  }

  default Statement found(UUID id) {
    return lrs().find(id).orElseThrow().statement();
  }

  default List<UUID> ids(StatementQuery.Builder query) {
    return ids(lrs().query(query.build()));
  }

  static List<UUID> ids(StatementPage page) {
    return page.statements().stream()
        .map(RecordedStatement::statement)
        .map(Statement::id)
        .toList();
  }

  /** All pages of a query. */
  default List<UUID> allIds(StatementQuery query) {
    List<UUID> all = new ArrayList<>();
    StatementQuery next = query;
    while (next != null) {
      StatementPage page = lrs().query(next);
      all.addAll(ids(page));
      next = page.next();
    }
    return all;
  }

  static void assertStatus(int status, ThrowingCallable refused) {
    Assertions.assertThatThrownBy(refused)
        .isInstanceOfSatisfying(
            XapiException.class, e -> Assertions.assertThat(e.status()).isEqualTo(status));
  }
}
