package org.lmskit.xapi.lrs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.SubStatement;
import org.lmskit.xapi.XapiException;

/** Takes batches of statements: checks, attachments and signatures first, then one transaction. */
final class StatementIntake {
  private final Realm realm;
  private final Access access;
  private final boolean keepsAuthority;
  private final Attachments attachments;
  private final String authorityJson;

  /** @param keepsAuthority whether the authority in a statement is believed */
  StatementIntake(Realm realm, Access access, boolean keepsAuthority) {
    this.realm = realm;
    this.access = access;
    this.keepsAuthority = keepsAuthority;
    this.attachments = new Attachments(realm);
    this.authorityJson = StatementTexts.line(access.authority());
  }

  /**
   * A batch that is ready to be written.
   *
   * @param said by all of its statements
   */
  record Prepared(
      Map<UUID, StatementRecord> records,
      Map<String, AttachmentRecord> attachments,
      Map<UUID, Statement> statements,
      Sayings said) {}

  List<UUID> store(StatementBatch batch) {
    if (batch.statements().isEmpty()) {
      return List.of();
    }
    Map<UUID, Incoming> byId = byId(batch.statements());
    List<Attachment> named = new ArrayList<>();
    byId.values().forEach(incoming -> named.addAll(attachmentsOf(incoming.statement())));
    Prepared prepared = prepare(byId, attachments.take(named, batch.attachments()));
    AtomicBoolean first = new AtomicBoolean(!realm.store().isJoined());
    realm.writeKnown((tx, now) -> {
      // Statements hardly ever come twice, so only a second try, after a conflict, looks for them.
      StatementWrites writes = new StatementWrites(tx, first.getAndSet(false));
      return write(writes, tx, now, prepared, realm.recent());
    });
    return List.copyOf(prepared.records().keySet());
  }

  /** Checks statements whose attachments were put; nothing is recorded yet. */
  Prepared prepare(List<Incoming> statements, Map<String, AttachmentRecord> known) {
    Map<UUID, Incoming> byId = byId(statements);
    byId.values()
        .forEach(one -> Attachments.requireAll(attachmentsOf(one.statement()), known.keySet()));
    return prepare(byId, known);
  }

  private Prepared prepare(Map<UUID, Incoming> byId, Map<String, AttachmentRecord> taken) {
    byId.values().forEach(incoming -> verify(incoming.statement(), taken));
    Keys keys = new Keys();
    Map<UUID, StatementRecord> records = new LinkedHashMap<>();
    Map<UUID, Statement> statements = new LinkedHashMap<>();
    byId.forEach((id, incoming) -> {
      records.put(id, record(id, incoming, keys));
      statements.put(id, incoming.statement());
    });
    return new Prepared(records, taken, statements, said(statements.values(), keys));
  }

  /** Writes a checked batch; harmless if it is written again. */
  void write(Transaction tx, Prepared prepared) {
    write(new StatementWrites(tx, false), tx, Instant.EPOCH, prepared, new RecentKnowledge());
  }

  private RecentKnowledge.Write write(
      StatementWrites writes,
      Transaction tx,
      Instant now,
      Prepared prepared,
      RecentKnowledge recent) {
    Set<String> added = writes.store(prepared.records().values());
    long from = tx.position();
    long to = StatementQueries.positionAfter(from, now, added.size());
    if (added.isEmpty()) {
      return new RecentKnowledge.Write(from, to, Map.of(), null);
    }
    attachments.record(tx, prepared.attachments().values());
    Sayings all = said(prepared, added);
    Sayings said = all.only(recent.unknown(
        realm.tenant(),
        from,
        all.marks(),
        id -> tx.find(StatementRecord.KIND, id).isPresent()));
    Knowledge.learn(tx, said);
    return new RecentKnowledge.Write(from, to, said.marks(), added.iterator().next());
  }

  /** What is said by the statements that were new: mostly all are. */
  private Sayings said(Prepared prepared, Set<String> added) {
    if (added.size() == prepared.statements().size()) {
      return prepared.said();
    }
    Map<UUID, Statement> fresh = new LinkedHashMap<>(prepared.statements());
    fresh.keySet().removeIf(id -> !added.contains(id.toString()));
    return said(fresh.values(), new Keys());
  }

  private Sayings said(Collection<Statement> statements, Keys keys) {
    Mentions mentions = new Mentions();
    if (access.mayDefine()) {
      statements.forEach(mentions::add);
    }
    return Sayings.of(mentions, keys);
  }

  private Map<UUID, Incoming> byId(List<Incoming> statements) {
    if (statements.size() > realm.limits().batch()) {
      throw XapiException.tooLarge(
          "a batch of " + statements.size() + ", more than " + realm.limits().batch());
    }
    Map<UUID, Incoming> byId = new LinkedHashMap<>();
    for (Incoming incoming : statements) {
      UUID given = incoming.id();
      UUID id = given == null ? realm.ids().get() : given;
      if (byId.putIfAbsent(id, incoming) != null) {
        throw XapiException.badRequest("the id " + id + " occurs twice in this batch");
      }
    }
    return byId;
  }

  private void verify(Statement statement, Map<String, AttachmentRecord> taken) {
    for (Attachment attachment : statement.attachments()) {
      if (attachment.isSignature()) {
        AttachmentRecord bytes =
            Objects.requireNonNull(taken.get(Attachments.normal(attachment.sha2())));
        byte[] jws = attachments.head(bytes, StatementSignatures.LARGEST + 1);
        StatementSignatures.verify(attachment, jws, statement, realm);
      }
    }
  }

  private StatementRecord record(UUID id, Incoming incoming, Keys keys) {
    Statement statement = incoming.statement();
    Actor believed = keepsAuthority ? statement.authority() : null;
    Actor authority = believed == null ? access.authority() : believed;
    String target =
        statement.object() instanceof StatementRef reference ? reference.id().toString() : null;
    return new StatementRecord(
        id.toString(),
        StatementTexts.received(incoming),
        believed == null ? authorityJson : StatementTexts.line(believed),
        StatementTexts.version(statement),
        target != null && statement.isVoiding(),
        false,
        target,
        StatementKeys.authority(authority, keys),
        StatementKeys.of(statement, authority, keys),
        List.of(),
        attachmentsOf(statement).stream()
            .map(one -> Attachments.normal(one.sha2()))
            .distinct()
            .toList());
  }

  /** Those of the statement and of a SubStatement in it. */
  static List<Attachment> attachmentsOf(Statement statement) {
    if (!(statement.object() instanceof SubStatement sub)) {
      return statement.attachments();
    }
    List<Attachment> all = new ArrayList<>(statement.attachments());
    all.addAll(sub.attachments());
    return all;
  }
}
