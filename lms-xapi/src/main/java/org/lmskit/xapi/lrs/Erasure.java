package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.internal.BlobUse;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Agent;

/**
 * The deletion of what an LRS holds about a person: the statements in which he is the actor or the
 * object, or belongs to such a group, his documents and his names. Statements that only mention him,
 * say as the instructor of somebody else, are counted and kept unless {@link #withMentions()} says
 * otherwise. A statement that refers to a deleted one stays.
 *
 * <p>The files that nothing needs any more go with the next {@code Lms.collectGarbage}.
 */
public final class Erasure {
  private static final int BATCH = 200;

  private final Realm realm;
  private final Agent who;
  private final boolean mentions;

  /**
   * What an erasure deletes.
   *
   * @param statements statements that are deleted
   * @param mentions statements that only mention the person and are kept
   * @param documents state documents and agent profiles that are deleted
   * @param names whether names of the person were known
   */
  public record Result(long statements, long mentions, long documents, boolean names) {}

  Erasure(Realm realm, Agent who, boolean mentions) {
    this.realm = realm;
    this.who = who;
    this.mentions = mentions;
  }

  /** The same with the statements that only mention the person. */
  public Erasure withMentions() {
    return new Erasure(realm, who, true);
  }

  /** What {@link #run()} would delete at this moment; nothing is changed. */
  public Result dryRun() {
    return realm.read(this::measure);
  }

  /**
   * Deletes, in several transactions; after a failure it is called again and goes on.
   *
   * @return what this call deleted
   */
  public Result run() {
    long statements = 0;
    int deleted;
    do {
      deleted = realm.write(this::deleteSome);
      statements += deleted;
    } while (deleted > 0);
    long gone = statements;
    return realm.move(tx -> {
      Result rest = measure(tx);
      new Documents(realm).deleteOf(tx, who);
      Knowledge.forget(tx, who.identifier());
      return new Result(gone, rest.mentions(), rest.documents(), rest.names());
    });
  }

  private Result measure(Reader reader) {
    long own = count(reader, mentions);
    long all = mentions ? own : count(reader, true);
    boolean named = reader
        .find(PersonRecord.KIND, new Keys().hash(StatementKeys.identity(who)))
        .isPresent();
    return new Result(own, all - own, reader.count(Documents.of(who)), named);
  }

  private long count(Reader reader, boolean related) {
    Set<String> wanted = wanted(related);
    long[] count = {0};
    reader.each(mine(related), found -> count[0] += isOwn(found, wanted) ? 1 : 0);
    return count[0];
  }

  private int deleteSome(Transaction tx) {
    tx.lock();
    Set<String> wanted = wanted(mentions);
    List<Stored<StatementRecord>> some = new ArrayList<>();
    Query<StatementRecord> query = mine(mentions);
    List<Stored<StatementRecord>> read = tx.list(query.limit(BATCH));
    while (some.isEmpty() && !read.isEmpty()) {
      read.stream().filter(found -> isOwn(found, wanted)).forEach(some::add);
      read = tx.list(query.after(read.get(read.size() - 1)).limit(BATCH));
    }
    tx.delete(some);
    deleteAttachments(tx, some);
    return some.size();
  }

  /** Statements that inherited a key from a reference are found by it and are not the person's. */
  private static boolean isOwn(Stored<StatementRecord> found, Set<String> wanted) {
    return found.value().keys().stream().anyMatch(wanted::contains);
  }

  private Query<StatementRecord> mine(boolean related) {
    return Query.of(StatementRecord.KIND).whereAny(StatementRecord.KEY, wanted(related));
  }

  private Set<String> wanted(boolean related) {
    return new LinkedHashSet<>(new Keys().agent(StatementKeys.identity(who), related));
  }

  private static void deleteAttachments(Transaction tx, List<Stored<StatementRecord>> deleted) {
    Set<String> hashes = new LinkedHashSet<>();
    deleted.forEach(found -> hashes.addAll(found.value().attachments()));
    hashes.removeIf(sha2 -> tx.count(users(sha2)) > 0);
    if (hashes.isEmpty()) {
      return;
    }
    for (Stored<AttachmentRecord> unused : tx.findAll(AttachmentRecord.KIND, hashes)) {
      tx.delete(tx.list(Query.of(BlobUse.KIND).where("owner", unused.value().owner())));
      tx.delete(unused);
    }
  }

  private static Query<StatementRecord> users(String sha2) {
    return Query.of(StatementRecord.KIND).where(StatementRecord.ATTACHMENT, sha2);
  }
}
