package org.lmskit.xapi.lrs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.xapi.AttachmentContent;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards the statements of a tenant to another LRS: in the order of storing, at least once, from
 * where it stopped. A repeated statement is harmless there, since it keeps its id. One that the other
 * LRS refuses for good is set aside and holds up nobody.
 *
 * <p>The library starts no thread: the host calls {@link #pump}, from as many JVMs as he likes.
 */
public final class Forwarder {
  private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
  private static final int BATCH = 100;
  private static final Set<Integer> TEMPORARY = Set.of(401, 403, 404, 405, 408, 421, 425, 429);

  private final Realm realm;
  private final String name;
  private final LearningRecordStore target;
  private final Query<StatementRecord> wanted;
  private final String holder;

  /**
   * How a forwarding stands.
   *
   * @param waiting whether there is more to forward
   * @param failures how many tries in a row failed
   * @param retryAt not before this time is it tried again; in the past if it may be at once
   * @param refusals how many statements the other LRS refused for good
   * @param refused the ids of the newest of those, at most 100
   */
  public record Status(
      boolean waiting, int failures, Instant retryAt, long refusals, List<String> refused) {}

  private record Found(
      long upTo, boolean last, List<Incoming> statements, List<AttachmentContent> files) {}

  Forwarder(Realm realm, String name, LearningRecordStore target, StatementQuery filter) {
    this.realm = realm;
    this.name = name;
    this.target = target;
    this.wanted = StatementQueries.filtered(inOrder(filter));
    this.holder = realm.ids().get().toString();
  }

  /**
   * Forwards until nothing is left, the time is over, the other LRS fails, or somebody else is at it.
   *
   * @param budget about how long it may take
   */
  public Status pump(Duration budget) {
    Instant end = realm.now().plus(budget);
    boolean more = true;
    while (more) {
      more = step() && realm.now().isBefore(end);
    }
    release();
    return status();
  }

  /** How it stands. */
  public Status status() {
    return realm.read(reader -> {
      ForwardRecord place = reader
          .find(ForwardRecord.KIND, name)
          .map(Stored::value)
          .orElse(ForwardRecord.start(name));
      boolean waiting =
          !reader.list(wanted.afterPosition(place.position()).limit(1)).isEmpty();
      return new Status(
          waiting, place.failures(), place.retryAt(), place.refusals(), place.refused());
    });
  }

  private boolean step() {
    Instant now = realm.now();
    ForwardRecord place = lease(now);
    if (!holder.equals(place.holder())) {
      return false;
    }
    Found found = find(place.position());
    if (found.upTo() == place.position()) {
      return false;
    }
    List<String> refused = new ArrayList<>();
    try {
      send(found.statements(), found.files(), refused);
    } catch (XapiException e) {
      LOG.warn("forwarding {} failed with status {}; it is tried again later", name, e.status());
      keep(place.failed(now, e.retryAfter()));
      return false;
    }
    keep(place.advanced(found.upTo(), refused, now));
    return !found.last();
  }

  /** Takes the lease if it is free; the result's holder says who has it. */
  private ForwardRecord lease(Instant now) {
    return realm.write(tx -> {
      var there = tx.find(ForwardRecord.KIND, name);
      ForwardRecord place = there.map(Stored::value).orElse(ForwardRecord.start(name));
      if (!place.mayBeTaken(holder, now)) {
        return place;
      }
      ForwardRecord leased = place.leased(holder, now);
      if (there.isPresent()) {
        tx.update(there.get(), leased);
      } else {
        tx.insert(ForwardRecord.KIND, leased);
      }
      return leased;
    });
  }

  private void keep(ForwardRecord next) {
    realm.write(tx -> {
      tx.find(ForwardRecord.KIND, name)
          .filter(there -> holder.equals(there.value().holder()))
          .ifPresent(there -> tx.update(there, next));
      return next;
    });
  }

  private void release() {
    realm.write(tx -> {
      tx.find(ForwardRecord.KIND, name)
          .filter(there -> holder.equals(there.value().holder()))
          .ifPresent(there -> tx.update(there, there.value().released()));
      return name;
    });
  }

  private Found find(long position) {
    return realm.read(reader -> {
      List<Stored<StatementRecord>> read =
          reader.list(wanted.afterPosition(position).limit(BATCH));
      boolean last = read.size() < BATCH;
      long upTo = last
          ? Math.max(position, reader.position())
          : read.get(read.size() - 1).position();
      List<StatementRecord> records = read.stream().map(Stored::value).toList();
      List<Incoming> statements = read.stream().map(StatementTexts::forwarded).toList();
      return new Found(upTo, last, statements, new Attachments(realm).contents(reader, records));
    });
  }

  private static StatementQuery inOrder(StatementQuery filter) {
    return StatementQuery.builder()
        .agent(filter.agent())
        .verb(filter.verb())
        .activity(filter.activity())
        .registration(filter.registration())
        .relatedActivities(filter.relatedActivities())
        .relatedAgents(filter.relatedAgents())
        .ascending(true)
        .build();
  }

  /** Sends what can be sent; a batch that is refused is halved until the culprit stands alone. */
  private void send(
      List<Incoming> statements, List<AttachmentContent> files, List<String> refused) {
    if (statements.isEmpty()) {
      return;
    }
    try (OpenedParts parts = new OpenedParts(filesOf(statements, files))) {
      target.store(new StatementBatch(statements, parts));
    } catch (XapiException e) {
      if (e.status() >= 500 || TEMPORARY.contains(e.status())) {
        throw e;
      }
      if (statements.size() == 1) {
        refused.add(String.valueOf(statements.get(0).id()));
        return;
      }
      int half = statements.size() / 2;
      send(statements.subList(0, half), files, refused);
      send(statements.subList(half, statements.size()), files, refused);
    }
  }

  /** The files of these statements. */
  private static List<AttachmentContent> filesOf(
      List<Incoming> statements, List<AttachmentContent> files) {
    Set<String> named = new HashSet<>();
    for (Incoming one : statements) {
      StatementIntake.attachmentsOf(one.statement())
          .forEach(attachment -> named.add(Attachments.normal(attachment.sha2())));
    }
    return files.stream().filter(file -> named.contains(file.sha2())).toList();
  }
}
