package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The positions of one key, read from its companion table as they are asked for. */
final class KeyList implements Positions {
  private record Row(long first, byte @Nullable [] block) {}

  private static final int FIRST_PAGE = 8;
  private static final int LAST_PAGE = 2_048;

  private final Session session;
  private final String table;
  private final int tenant;
  private final long key;
  private final boolean descending;

  private List<Row> rows = List.of();
  private int at;
  private long[] decoded = {};
  private int decodedAt = -1;
  private int place;
  private boolean complete;
  private int pageSize = FIRST_PAGE;

  KeyList(Session session, String table, int tenant, long key, boolean descending) {
    this.session = session;
    this.table = table;
    this.tenant = tenant;
    this.key = key;
    this.descending = descending;
  }

  @Override
  public long seek(long bound) {
    while (true) {
      long found = descending ? below(bound) : above(bound);
      if (found != NONE || complete) {
        return found;
      }
      load(bound);
    }
  }

  /** The greatest position up to a bound in the rows at hand: rows come downwards. */
  private long below(long bound) {
    if (decodedAt == at && at < rows.size() && decoded[0] <= bound) {
      place = Positions.downTo(decoded, place, bound);
      return decoded[place];
    }
    while (at < rows.size() && rows.get(at).first > bound) {
      at++;
    }
    if (at == rows.size()) {
      return NONE;
    }
    place = Positions.downTo(positions(), place, bound);
    return decoded[place];
  }

  /** The least position from a bound on in the rows at hand: rows come upwards. */
  private long above(long bound) {
    while (at + 1 < rows.size() && rows.get(at + 1).first <= bound) {
      at++;
    }
    if (at == rows.size()) {
      return NONE;
    }
    place = Positions.upTo(positions(), place, bound);
    if (place < decoded.length) {
      return decoded[place];
    }
    at++;
    return at < rows.size() ? rows.get(at).first : NONE;
  }

  private long[] positions() {
    if (decodedAt != at) {
      Row row = rows.get(at);
      decoded = Block.decode(row.first, row.block);
      decodedAt = at;
      place = descending ? decoded.length - 1 : 0;
    }
    return decoded;
  }

  private void load(long bound) {
    List<Row> page = new ArrayList<>();
    if (descending) {
      page.addAll(select("pos <= ? ORDER BY pos DESC", bound, pageSize));
      complete = page.size() < pageSize;
    } else {
      page.addAll(select("pos <= ? ORDER BY pos DESC", bound, 1));
      List<Row> behind = select("pos > ? ORDER BY pos", bound, pageSize);
      page.addAll(behind);
      complete = behind.size() < pageSize;
    }
    rows = page;
    at = 0;
    decodedAt = -1;
    pageSize = Math.min(pageSize * 4, LAST_PAGE);
  }

  private List<Row> select(String condition, long bound, int limit) {
    return new SqlText(
            session,
            "SELECT pos, blk FROM " + table + " WHERE tenant = ? AND k = ? AND ",
            tenant,
            key)
        .add(condition, bound)
        .add(" LIMIT ?", limit)
        .query(row -> new Row(row.getLong(1), row.getBytes(2)));
  }
}
