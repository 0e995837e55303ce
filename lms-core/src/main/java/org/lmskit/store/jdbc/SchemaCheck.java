package org.lmskit.store.jdbc;

import java.util.List;
import org.lmskit.model.StoreFailureException;

/** Looks whether the tables are there, with their columns. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** @throws StoreFailureException that names what is missing */
  static boolean check(Session session, Tables tables) {
    probe(session, "lms_head", "tenant, pos", "tenant = 0");
    probe(session, "lms_tenant_no", "name, no, salt", "no = 0");
    for (Table<?> table : tables.all()) {
      probe(session, table.name(), table.insertColumns(), "tenant = 0");
      if (!table.listed().isEmpty()) {
        String columns = table.kind().isOrdered() ? "tenant, k, pos, blk" : "tenant, k, id";
        probe(session, table.listName(), columns, "tenant = 0");
        if (table.kind().isOrdered()) {
          probe(session, table.tailName(), "tenant, part, pos, n, blk", "tenant = 0");
        }
      }
    }
    return true;
  }

  private static void probe(Session session, String table, String columns, String nothing) {
    try {
      session.query(
          "SELECT " + columns + " FROM " + table + " WHERE " + nothing, List.of(), row -> true);
    } catch (StoreFailureException e) {
      throw new StoreFailureException("table " + table + " is not there with " + columns, e);
    }
  }
}
