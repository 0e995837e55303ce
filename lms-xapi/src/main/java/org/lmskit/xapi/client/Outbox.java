package org.lmskit.xapi.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.lmskit.internal.Retry;
import org.lmskit.internal.TimeOrderedIds;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.SubStatement;
import org.lmskit.xapi.json.StatementWriter;

/**
 * Statements on their way to a store elsewhere, kept on disk until they are there. {@link #send} returns
 * when the statement is on disk; {@link #pump} delivers in order, in batches. A statement has its id before
 * it is kept, so a repeated delivery is harmless: it never arrives twice. One that the store refuses for
 * good is set aside ({@link #refused()}) and holds up nobody. Thread-safe, and safe from many JVMs.
 *
 * <p>The library starts no thread: the host calls {@link #pump}. The {@link Store} may be SQLite beside the
 * tool, or the host's own; it must have been opened with {@link #KINDS}.
 *
 * <pre>{@code
 * Outbox outbox = Outbox.on(JdbcStore.sqlite(file, Outbox.KINDS), client).build();
 * outbox.send(statement);                    // on disk when this returns
 * outbox.pump(Duration.ofSeconds(10));       // again and again, from a timer
 * }</pre>
 */
public final class Outbox {
  /** Everything that an outbox stores. */
  public static final Kinds KINDS = new Kinds(
      "xapi_outbox",
      List.of(OutboxStatement.KIND, RefusedStatement.KIND, OutboxPlace.KIND),
      Outbox.class.getClassLoader());

  private final Store store;
  private final LearningRecordStore target;
  private final TenantId tenant;
  private final String name;
  private final Clock clock;
  private final RandomGenerator random;
  private final int batch;
  private final TimeOrderedIds ids;

  private Outbox(Builder builder) {
    store = builder.store;
    target = builder.target;
    tenant = builder.tenant;
    name = builder.name;
    clock = builder.clock;
    random = builder.random;
    batch = builder.batch;
    ids = new TimeOrderedIds(clock, random);
  }

  /** Starts building an outbox that keeps statements in one store until another one has them. */
  public static Builder on(Store store, LearningRecordStore target) {
    return new Builder(store, target);
  }

  /** Collects what an outbox needs. Not thread-safe. */
  public static final class Builder {
    private final Store store;
    private final LearningRecordStore target;
    private TenantId tenant = TenantId.DEFAULT;
    private String name = "default";
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private int batch = 500;

    private Builder(Store store, LearningRecordStore target) {
      this.store = store;
      this.target = target;
    }

    /** Whose statements these are; the default tenant without this. */
    public Builder tenant(TenantId value) {
      tenant = value;
      return this;
    }

    /** A name for each target, if one store keeps statements for several; at most 80 characters. */
    public Builder name(String value) {
      if (value.isEmpty() || value.length() > 80) {
        throw new IllegalArgumentException("an outbox has a name of 1 to 80 characters");
      }
      name = value;
      return this;
    }

    /** The only source of time. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** The only source of chance: it makes ids and spreads repeated tries. */
    public Builder random(RandomGenerator value) {
      random = value;
      return this;
    }

    /** How many statements are delivered at once, at least 1; 500 without this. */
    public Builder batch(int value) {
      if (value < 1) throw new IllegalArgumentException("a batch of " + value);
      batch = value;
      return this;
    }

    /** The outbox. */
    public Outbox build() {
      return new Outbox(this);
    }
  }

  /** Keeps one statement; see {@link #send(List)}. */
  public UUID send(Statement statement) {
    return send(List.of(statement)).get(0);
  }

  /**
   * Keeps statements, all or none, and returns when they are on disk. Statements get an id and a timestamp
   * if they have none. One with an id that waits already is not kept again.
   *
   * @return their ids, in order
   * @throws IllegalArgumentException if a statement has an attachment without a fileUrl: bytes are not kept
   */
  public List<UUID> send(List<Statement> statements) {
    Instant now = now();
    Map<String, OutboxStatement> kept = new LinkedHashMap<>();
    List<UUID> sent = new ArrayList<>();
    for (Statement statement : statements) {
      UUID id = statement.id() == null ? UUID.fromString(ids.get()) : statement.id();
      OutboxStatement one =
          new OutboxStatement(name, id.toString(), text(statement.withId(id), now));
      kept.putIfAbsent(one.recordId(), one);
      sent.add(id);
    }
    write(tx -> keep(tx, kept));
    return sent;
  }

  private static String text(Statement statement, Instant now) {
    requireNoBytes(statement);
    return StatementWriter.write(
        statement.timestamp() == null ? statement.withTimestamp(now) : statement);
  }

  private static void requireNoBytes(Statement statement) {
    boolean bytes = statement.attachments().stream().anyMatch(a -> a.fileUrl() == null);
    if (statement.object() instanceof SubStatement sub) {
      bytes |= sub.attachments().stream().anyMatch(a -> a.fileUrl() == null);
    }
    if (bytes) {
      throw new IllegalArgumentException("statement " + statement.id()
          + " has an attachment without a fileUrl: an outbox keeps no bytes");
    }
  }

  private static boolean keep(Transaction tx, Map<String, OutboxStatement> kept) {
    Map<String, OutboxStatement> fresh = new LinkedHashMap<>(kept);
    tx.findAll(OutboxStatement.KIND, kept.keySet()).forEach(there -> fresh.remove(there.id()));
    if (!fresh.isEmpty()) tx.insert(OutboxStatement.KIND, fresh.values());
    return true;
  }

  /**
   * How an outbox stands.
   *
   * @param waiting how many statements wait
   * @param refused how many were refused for good
   * @param failures how many tries in a row failed
   * @param retryAt not before this time is it tried again; in the past if it may be at once
   */
  public record Status(long waiting, long refused, int failures, Instant retryAt) {}

  /** How it stands. */
  public Status status() {
    return store.read(tenant, reader -> {
      OutboxPlace place =
          reader.find(OutboxPlace.KIND, name).map(Stored::value).orElse(OutboxPlace.start(name));
      return new Status(
          reader.count(Query.of(OutboxStatement.KIND).where("outbox", name)),
          reader.count(Query.of(RefusedStatement.KIND).where("outbox", name)),
          place.failures(),
          place.retryAt());
    });
  }

  /**
   * Delivers until nothing waits, the time is over, the store fails, it is too early to try again, or
   * somebody else is at it.
   *
   * @param budget about how long it may take
   */
  public Status pump(Duration budget) {
    new OutboxPump(this, ids.get()).run(now().plus(budget));
    return status();
  }

  /** The statements that the store refused for good, the oldest first. */
  public List<RefusedStatement> refused() {
    Query<RefusedStatement> all = Query.of(RefusedStatement.KIND).where("outbox", name);
    return store.read(
        tenant, reader -> reader.list(all).stream().map(Stored::value).toList());
  }

  /** Puts a refused statement at the end of what waits, to be tried again; does nothing if there is none. */
  public void retry(UUID statementId) {
    write(tx -> {
      tx.find(RefusedStatement.KIND, OutboxStatement.idOf(name, statementId.toString()))
          .ifPresent(old -> {
            RefusedStatement one = old.value();
            tx.delete(old);
            tx.insert(
                OutboxStatement.KIND, new OutboxStatement(name, one.statementId(), one.json()));
          });
      return true;
    });
  }

  /** Forgets a refused statement; does nothing if there is none. */
  public void discard(UUID statementId) {
    write(tx -> {
      tx.find(RefusedStatement.KIND, OutboxStatement.idOf(name, statementId.toString()))
          .ifPresent(tx::delete);
      return true;
    });
  }

  /**
   * Removes the statements, waiting or refused, in which a person is the actor or the object, or belongs to such a
   * group. What a {@link #pump} delivers that runs at this moment may still arrive until it returns: erase him there
   * afterwards, as what arrived before.
   *
   * @return how many were removed
   */
  public int erase(Agent who) {
    OutboxErasure erasure = new OutboxErasure(name, who);
    List<String> own = store.read(tenant, erasure::find);
    return own.isEmpty() ? 0 : write(tx -> OutboxErasure.delete(tx, own));
  }

  /** The present, cut to milliseconds as stores keep it. */
  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  <R> R write(Function<Transaction, R> work) {
    return store.isJoined()
        ? store.write(tenant, now(), work)
        : Retry.onConflict(random, () -> store.write(tenant, now(), work));
  }

  List<Stored<OutboxStatement>> next() {
    Query<OutboxStatement> waiting =
        Query.of(OutboxStatement.KIND).where("outbox", name).limit(batch);
    return store.read(tenant, reader -> reader.list(waiting));
  }

  LearningRecordStore target() {
    return target;
  }

  String name() {
    return name;
  }

  RandomGenerator random() {
    return random;
  }
}
