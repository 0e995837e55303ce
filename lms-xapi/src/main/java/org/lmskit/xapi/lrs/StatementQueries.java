package org.lmskit.xapi.lrs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.xapi.StatementQuery;

/**
 * Finds pages of statements. Time is asked by position, whose upper bits are the millisecond of
 * storing.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3"
 */
final class StatementQueries {
  /** How far the milliseconds of storing are shifted in a position. */
  static final int TIME_SHIFT = 20;

  /** A page and the place where the next one begins; null if this is the last. */
  record Page(
      List<Stored<StatementRecord>> statements, @Nullable Cursor next) {}

  private final Reader reader;
  private final StatementQuery query;
  private final Query<StatementRecord> filtered;

  /**
   * A query on one snapshot.
   *
   * @param onlyAuthority the key of the authority whose statements alone may be read, or null
   */
  StatementQueries(Reader reader, StatementQuery query, @Nullable String onlyAuthority) {
    this.reader = reader;
    this.query = query;
    Query<StatementRecord> all = filtered(query);
    this.filtered = onlyAuthority == null ? all : all.where(StatementRecord.KEY, onlyAuthority);
  }

  /** When a statement of this position was stored. */
  static Instant storedAt(long position) {
    return Instant.ofEpochMilli(position >> TIME_SHIFT);
  }

  /** Where a tenant's position stands after a write of so many statements. */
  static long positionAfter(long position, Instant now, int statements) {
    return Math.max(position, now.toEpochMilli() << TIME_SHIFT) + statements;
  }

  /** The statements, voided or not, that a query asks for, in its order; time plays no part. */
  static Query<StatementRecord> filtered(StatementQuery query) {
    Keys keys = new Keys();
    Query<StatementRecord> wanted = Query.of(StatementRecord.KIND);
    if (query.verb() != null) {
      String verb = keys.key(Keys.Filter.VERB, query.verb().toString());
      wanted = wanted.where(StatementRecord.KEY, verb);
    }
    if (query.registration() != null) {
      String registration =
          keys.key(Keys.Filter.REGISTRATION, query.registration().toString());
      wanted = wanted.where(StatementRecord.KEY, registration);
    }
    if (query.agent() != null) {
      String agent = StatementKeys.identity(query.agent());
      wanted = wanted.whereAny(StatementRecord.KEY, keys.agent(agent, query.relatedAgents()));
    }
    if (query.activity() != null) {
      String activity = query.activity().toString();
      wanted =
          wanted.whereAny(StatementRecord.KEY, keys.activity(activity, query.relatedActivities()));
    }
    return query.ascending() ? wanted : wanted.descending();
  }

  /** The next page. A voided statement is left out, so a page may take several reads. */
  Page page(int limit) {
    Cursor from = start();
    Query<StatementRecord> wanted = filtered.upTo(Math.min(from.upTo(), last()));
    List<Stored<StatementRecord>> page = new ArrayList<>();
    long behind = from.behind();
    while (page.size() <= limit) {
      int missing = limit + 1 - page.size();
      List<Stored<StatementRecord>> read =
          reader.list(wanted.afterPosition(behind).limit(missing));
      read.stream().filter(this::belongs).forEach(page::add);
      if (read.size() < missing || isBeforeFirst(read.get(missing - 1))) {
        return new Page(page, null);
      }
      behind = read.get(missing - 1).position();
    }
    page.remove(limit);
    return new Page(page, new Cursor(from.upTo(), page.get(limit - 1).position()));
  }

  private Cursor start() {
    if (query.cursor() != null) {
      return Cursor.parse(query.cursor());
    }
    return new Cursor(reader.position(), query.ascending() ? beforeFirst() : Long.MAX_VALUE);
  }

  private boolean belongs(Stored<StatementRecord> found) {
    return !found.value().voided() && !isBeforeFirst(found);
  }

  private boolean isBeforeFirst(Stored<StatementRecord> found) {
    return found.position() <= beforeFirst();
  }

  /** The greatest position that is too old: {@code since} itself does not count any more. */
  private long beforeFirst() {
    Instant since = query.since();
    return since == null ? 0 : endOf(since);
  }

  private long last() {
    Instant until = query.until();
    return until == null ? Long.MAX_VALUE : endOf(until);
  }

  /** The greatest position that was stored in the millisecond of an instant. */
  private static long endOf(Instant instant) {
    if (instant.isBefore(Instant.EPOCH)) {
      return 0;
    }
    Instant last = storedAt(Long.MAX_VALUE);
    return instant.isBefore(last) ? (instant.toEpochMilli() + 1 << TIME_SHIFT) - 1 : Long.MAX_VALUE;
  }
}
