package org.lmskit.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.content.ContentStore;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Reader;

/**
 * One tenant seen by one principal: what a facade is bound to. A scope of a dry run works on an
 * overlay that is thrown away. Thread-safe, except for that of a dry run.
 */
public final class Scope {
  private final Engine engine;
  private final TenantId tenant;
  private final @Nullable PrincipalId principal;
  private final @Nullable Rehearsal rehearsal;

  private record Rehearsal(OverlayTransaction overlay, List<LmsEvent> recorded) {}

  private Scope(
      Engine engine,
      TenantId tenant,
      @Nullable PrincipalId principal,
      @Nullable Rehearsal rehearsal) {
    this.engine = engine;
    this.tenant = tenant;
    this.principal = principal;
    this.rehearsal = rehearsal;
  }

  /** The default tenant, and nobody in particular. */
  public static Scope of(Engine engine) {
    return new Scope(engine, TenantId.DEFAULT, null, null);
  }

  /** The same principal on another tenant. */
  public Scope tenant(TenantId other) {
    if (rehearsal != null && !other.equals(tenant)) {
      throw new IllegalArgumentException("a dry run stays in tenant " + tenant);
    }
    return new Scope(engine, other, principal, rehearsal);
  }

  /** The same tenant for another principal. */
  public Scope as(PrincipalId other) {
    return new Scope(engine, tenant, other, rehearsal);
  }

  /** Whose data it is. */
  public TenantId tenant() {
    return tenant;
  }

  /** What it runs on. */
  public Engine engine() {
    return engine;
  }

  /** The files of all tenants; pass {@link #tenant()}. */
  public ContentStore content() {
    return engine.content();
  }

  /** The civil day that it is now, in the tenant's zone. */
  public LocalDate today() {
    return LocalDate.ofInstant(engine.now(), engine.zone().apply(tenant));
  }

  /**
   * Refuses to remove what no rollback brings back while the host decides whether to commit.
   *
   * @throws RejectedException HOST_TRANSACTION on a store that joins the host's transactions
   */
  public void requireOwnTransaction(String action) {
    if (engine.store().isJoined()) {
      throw new RejectedException(
          EngineReason.HOST_TRANSACTION,
          action
              + " removes files, which no rollback brings back: call it on a store that opens its"
              + " own transactions");
    }
  }

  /** Whether nothing of what is done here will last. */
  public boolean isDryRun() {
    return rehearsal != null;
  }

  /**
   * Reads on one snapshot.
   *
   * @param action the operation's stable name, such as {@code enrollments.find}
   * @param subject the id that it is about, or empty
   * @throws RejectedException NOT_AUTHORIZED
   */
  public <R> R read(String action, String subject, Function<Reader, R> work) {
    require(action, subject);
    return rehearsal != null ? work.apply(rehearsal.overlay()) : engine.store().read(tenant, work);
  }

  /**
   * Reads on one snapshot, and asks packages above; see {@link #read}.
   *
   * @param action the operation's stable name
   * @param subject the id that it is about, or empty
   */
  public <R> R ask(String action, String subject, Function<Questions.Asking, R> work) {
    return read(
        action, subject, reader -> work.apply(new Questions.Asking(reader, engine.questions())));
  }

  /**
   * Runs one operation: the work, then all reactions to what it recorded, as one transaction. It may
   * run several times before it is committed; listeners hear afterwards.
   *
   * @param action the operation's stable name, such as {@code enrollments.enroll}
   * @param subject the id that it is about, or empty
   * @throws RejectedException NOT_AUTHORIZED
   * @throws org.lmskit.model.ConflictException if other writers were faster ten times in a row
   */
  public <R> R write(String action, String subject, Function<Operation, R> work) {
    R result = writeUntold(action, subject, work);
    tell();
    return result;
  }

  /** Like {@link #write}, but listeners hear of it only when they are told. */
  <R> R writeUntold(String action, String subject, Function<Operation, R> work) {
    require(action, subject);
    if (rehearsal != null) {
      return rehearse(rehearsal, work);
    }
    return engine.store().isJoined()
        ? commit(work)
        : Retry.onConflict(engine.random(), () -> commit(work));
  }

  /** Tells listeners what was committed, unless that is the host's to do. */
  void tell() {
    if (rehearsal == null && !engine.store().isJoined()) {
      engine.deliveries().afterCommit(engine, tenant);
    }
  }

  /** Runs work in a scope whose writes are thrown away, and returns what it would have recorded. */
  public <R> DryRunResult<R> dryRun(Function<Scope, R> work) {
    return engine.store().read(tenant, reader -> {
      Rehearsal fresh = new Rehearsal(new OverlayTransaction(reader), new ArrayList<>());
      R result = work.apply(new Scope(engine, tenant, principal, fresh));
      return new DryRunResult<>(result, List.copyOf(fresh.recorded()));
    });
  }

  /** What came of a dry run: the result, and the events in the order in which they happened. */
  public record DryRunResult<R>(R result, List<LmsEvent> events) {}

  private <R> R commit(Function<Operation, R> work) {
    return settling(first -> engine
        .store()
        .write(
            tenant,
            engine.now(),
            tx ->
                new Operation(engine, tenant, principal, tx, false).run(first, work, event -> {})));
  }

  /** On an overlay of its own, so that what is refused leaves nothing behind, as in a store. */
  private <R> R rehearse(Rehearsal on, Function<Operation, R> work) {
    return settling(first -> {
      OverlayTransaction own = new OverlayTransaction(on.overlay());
      List<LmsEvent> recorded = new ArrayList<>();
      R result =
          new Operation(engine, tenant, principal, own, true).run(first, work, recorded::add);
      on.overlay().takeOver(own);
      on.recorded().addAll(recorded);
      return result;
    });
  }

  /** Runs work again as long as something is due before, for learners who show only when it runs. */
  private static <R> R settling(Function<Set<LearnerKey>, R> run) {
    Set<LearnerKey> first = new LinkedHashSet<>();
    while (true) {
      try {
        return run.apply(Set.copyOf(first));
      } catch (Arrears.Owed e) {
        first.addAll(e.learners());
      }
    }
  }

  /** Whether the host's {@link org.lmskit.model.Authorizer} allows an action; for what leaves out what it does not. */
  public boolean may(String action, String subject) {
    return engine.authorizer().may(principal, action, subject);
  }

  /**
   * Asks the host's {@link org.lmskit.model.Authorizer} for an operation that is neither one read nor
   * one write.
   *
   * @throws RejectedException NOT_AUTHORIZED
   */
  public void require(String action, String subject) {
    if (!may(action, subject)) {
      throw new RejectedException(
          EngineReason.NOT_AUTHORIZED,
          (principal == null ? "the system" : principal.value())
              + " may not "
              + action
              + (subject.isEmpty() ? "" : " on " + subject));
    }
  }
}
