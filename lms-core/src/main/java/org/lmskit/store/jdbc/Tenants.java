package org.lmskit.store.jdbc;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lmskit.model.ConflictException;
import org.lmskit.model.TenantId;

/** The numbers of the tenants. */
final class Tenants {
  private static final int TRIES = 100;
  private static final int SALT_BYTES = 16;
  private static final String FIND = "SELECT no, salt FROM lms_tenant_no WHERE name = ?";
  private static final String NEXT = "SELECT COALESCE(MAX(no), 0) + 1 FROM lms_tenant_no";
  private static final String ADD = "INSERT INTO lms_tenant_no (name, no, salt) VALUES (?, ?, ?)";
  private static final String ALL = "SELECT name FROM lms_tenant_no WHERE salt <> '' ORDER BY no";
  private static final String BURY = "UPDATE lms_tenant_no SET name = ?, salt = '' WHERE no = ?";

  /** No tenant's name: an id has no control characters. */
  private static final String BURIED = "\u0001";

  private final SecureRandom random = new SecureRandom();
  private final Map<TenantId, TenantNumber> known = new ConcurrentHashMap<>();
  private final boolean remember;

  /**
   * @param remember whether a number that was seen is certain to stay: it is not if the host may
   *     still roll back the transaction that gave it out
   */
  Tenants(boolean remember) {
    this.remember = remember;
  }

  TenantNumber find(Session session, TenantId tenant) {
    TenantNumber cached = known.get(tenant);
    return cached == null ? load(session, tenant) : cached;
  }

  /** Whether his number was seen and is certain to stay. */
  boolean isKnown(TenantId tenant) {
    return known.containsKey(tenant);
  }

  /** Gives a tenant his number, if nobody else did meanwhile; the caller commits. */
  TenantNumber add(Session session, TenantId tenant) {
    String insert = session.dialect().insertIfAbsent(ADD);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Long next = session.number(NEXT, List.of());
      int number = next == null ? 1 : next.intValue();
      session.update(insert, List.of(tenant.value(), number, HexFormat.of().formatHex(salt)));
      TenantNumber found = load(session, tenant, false);
      if (!found.isNone()) {
        return found;
      }
    }
    throw new ConflictException("no number for tenant " + tenant + ": too many came at once");
  }

  List<TenantId> all(Session session) {
    return session.query(ALL, List.of(), row -> new TenantId(row.getString(1)));
  }

  /**
   * Removes all rows of a tenant, and his name. His number stays taken: another JVM may still
   * remember it.
   */
  boolean delete(Session session, Tables tables, TenantId tenant) {
    TenantNumber number = load(session, tenant, false);
    if (number.isNone()) {
      return false;
    }
    List<Integer> his = List.of(number.number());
    for (Table<?> table : tables.all()) {
      if (!table.listed().isEmpty()) {
        session.update("DELETE FROM " + table.listName() + " WHERE tenant = ?", his);
        if (table.kind().isOrdered()) {
          session.update("DELETE FROM " + table.tailName() + " WHERE tenant = ?", his);
        }
      }
      session.update("DELETE FROM " + table.name() + " WHERE tenant = ?", his);
    }
    session.update("DELETE FROM lms_head WHERE tenant = ?", his);
    session.update(BURY, List.of(BURIED + number.number(), number.number()));
    return true;
  }

  /** Makes sure that the number is looked up anew. */
  void forget(TenantId tenant) {
    known.remove(tenant);
  }

  private TenantNumber load(Session session, TenantId tenant) {
    return load(session, tenant, remember);
  }

  private TenantNumber load(Session session, TenantId tenant, boolean keep) {
    List<TenantNumber> found = session.query(
        FIND, List.of(tenant.value()), row -> TenantNumber.of(row.getInt(1), row.getString(2)));
    if (found.isEmpty()) {
      return TenantNumber.NONE;
    }
    if (keep) {
      known.put(tenant, found.get(0));
    }
    return found.get(0);
  }
}
