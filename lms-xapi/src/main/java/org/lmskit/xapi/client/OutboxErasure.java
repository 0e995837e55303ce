package org.lmskit.xapi.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;

/** Removes from an outbox what is a person's own: what he did, and what was done to him. */
final class OutboxErasure {
  private final String outbox;
  private final Identifier who;
  private final StatementReader reader = new StatementReader(XapiVersion.V2_0_0);

  OutboxErasure(String outbox, Agent who) {
    this.outbox = outbox;
    this.who = who.identifier().normal();
  }

  /** The ids of the records of his statements; one is read at a time. */
  List<String> find(Reader records) {
    List<String> own = new ArrayList<>();
    records.each(
        Query.of(OutboxStatement.KIND).where("outbox", outbox),
        one -> addOwn(one, one.value().json(), own));
    records.each(
        Query.of(RefusedStatement.KIND).where("outbox", outbox),
        one -> addOwn(one, one.value().json(), own));
    return own;
  }

  /** Deletes those of the records that are still there, and says how many. */
  static int delete(Transaction tx, List<String> ids) {
    return delete(tx, OutboxStatement.KIND, ids) + delete(tx, RefusedStatement.KIND, ids);
  }

  private static <T> int delete(Transaction tx, Kind<T> kind, List<String> ids) {
    List<Stored<T>> there = tx.findAll(kind, ids);
    tx.delete(there);
    return there.size();
  }

  private void addOwn(Stored<?> stored, String json, List<String> own) {
    Statement statement = reader.statement(json);
    if (isMeant(statement.actor()) || isMeant(statement.object())) {
      own.add(stored.id());
    }
  }

  private boolean isMeant(StatementObject object) {
    if (object instanceof Group group) {
      return isHis(group.identifier())
          || group.members().stream().anyMatch(member -> isHis(member.identifier()));
    }
    return object instanceof Actor actor && isHis(actor.identifier());
  }

  private boolean isHis(@Nullable Identifier identifier) {
    return identifier != null && identifier.normal().equals(who);
  }
}
