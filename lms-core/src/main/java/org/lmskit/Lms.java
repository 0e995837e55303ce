package org.lmskit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lmskit.admission.Admissions;
import org.lmskit.archive.Archive;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.grading.Gradings;
import org.lmskit.assessment.sitting.Sittings;
import org.lmskit.assignment.Assignments;
import org.lmskit.catalog.Catalog;
import org.lmskit.certification.Certifications;
import org.lmskit.competency.Competencies;
import org.lmskit.content.ContentStore;
import org.lmskit.event.LmsListener;
import org.lmskit.internal.Deliveries;
import org.lmskit.internal.Engine;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Replay;
import org.lmskit.internal.Scope;
import org.lmskit.internal.TimeOrderedIds;
import org.lmskit.learning.Attempts;
import org.lmskit.learning.Enrollments;
import org.lmskit.learning.Learning;
import org.lmskit.ledger.Ledger;
import org.lmskit.ledger.TreeHeadPublisher;
import org.lmskit.ledger.TreeHeadSigner;
import org.lmskit.model.Authorizer;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.TenantId;
import org.lmskit.observation.Observations;
import org.lmskit.observation.SignatureVerifier;
import org.lmskit.offering.Offerings;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.PathEnrollments;
import org.lmskit.recognition.Recognitions;
import org.lmskit.report.Reports;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.lmskit.workforce.Workforce;

/**
 * A learning management system on one {@link Store} and one {@link ContentStore}. Immutable and
 * thread-safe: a host builds one and keeps it. {@link #tenant} and {@link #as} give views of the
 * same engine for another customer or another principal.
 *
 * <p>It starts no thread: what runs in the background is called by the host, in the simplest case
 * {@link #maintenance} every minute.
 */
public final class Lms {
  /** Everything that the core stores; a {@code JdbcStore} is opened with it. */
  public static final Kinds KINDS = new Kinds("core", Core.kinds(), Lms.class.getClassLoader());

  /** How domain records follow from events. */
  static final Projections PROJECTIONS = Core.projections();

  private final Scope scope;
  private final Given given;

  /** What the host gave beside what operations run on. */
  private record Given(Ledger.Notary notary, SignatureVerifier signatures, List<Kinds> kinds) {}

  private Lms(Scope scope, Given given) {
    this.scope = scope;
    this.given = given;
  }

  /** Starts building an engine on these stores. */
  public static Builder on(Store store, ContentStore content) {
    return new Builder(store, content);
  }

  /** The same engine for another customer. */
  public Lms tenant(TenantId tenant) {
    return new Lms(scope.tenant(tenant), given);
  }

  /** The same tenant for another principal: what he does carries his key. */
  public Lms as(PrincipalId principal) {
    return new Lms(scope.as(principal), given);
  }

  /** Certification policies, and who holds what. */
  public Certifications certifications() {
    return new Certifications(scope);
  }

  /** Who must do what by when. */
  public Assignments assignments() {
    return new Assignments(scope, PROJECTIONS);
  }

  /** What people can do, and what they lack for their positions. */
  public Competencies competencies() {
    return new Competencies(scope);
  }

  /** Instructor-led training: seats, waitlists and attendance. */
  public Offerings offerings() {
    return new Offerings(scope);
  }

  /** What people saw learners do, and who signed for it. */
  public Observations observations() {
    return new Observations(scope, given.signatures());
  }

  /** Who is compliant, at risk, expiring; where courses lose people; which shift lacks whom. */
  public Reports reports() {
    return new Reports(scope);
  }

  /** The log of all events, and its proofs. */
  public Ledger ledger() {
    return new Ledger(scope, given.notary());
  }

  /**
   * This tenant as a file: to export, import and delete him.
   *
   * @param beside what else stands in the same store and is no module of this engine, such as that of
   *     an LRS
   */
  public Archive archive(Kinds... beside) {
    List<Kinds> all = new ArrayList<>(given.kinds());
    all.addAll(List.of(beside));
    return new Archive(scope, all);
  }

  /** The people. */
  public Workforce workforce() {
    return new Workforce(scope);
  }

  /** The courses. */
  public Catalog catalog() {
    return new Catalog(scope);
  }

  /** The learning paths. */
  public Paths paths() {
    return new Paths(scope);
  }

  /** Who is on which learning path, and how far. */
  public PathEnrollments pathEnrollments() {
    return new PathEnrollments(scope);
  }

  /** Courses that count as others, and learning from elsewhere. */
  public Recognitions recognitions() {
    return new Recognitions(scope);
  }

  /** The items that assessments are made of. */
  public ItemBanks itemBanks() {
    return new ItemBanks(scope);
  }

  /** Tests, and what was scored. */
  public Assessments assessments() {
    return new Assessments(scope);
  }

  /** Attempts on assessments. */
  public Sittings sittings() {
    return new Sittings(scope);
  }

  /** Grades by people, and scores anew after a key was corrected. */
  public Gradings gradings() {
    return new Gradings(scope);
  }

  /** Learners who enroll themselves. */
  public Admissions admissions() {
    return new Admissions(scope);
  }

  /** Who is enrolled on what, and how far. */
  public Enrollments enrollments() {
    return new Enrollments(scope);
  }

  /** Work on units. */
  public Attempts attempts() {
    return new Attempts(scope);
  }

  /**
   * Performs operations without effect: on an overlay that is thrown away. Whatever the engine can
   * do, it can do so; the events are those that doing it for real would record.
   *
   * @param what the operations, on the engine that it is given
   * @throws org.lmskit.model.RejectedException DRY_RUN_TOO_LARGE if one of them would record more than 1,000,000 events
   */
  public <R> DryRun<R> dryRun(Function<Lms, R> what) {
    Scope.DryRunResult<R> rehearsed = scope.dryRun(dry -> what.apply(new Lms(dry, given)));
    return new DryRun<>(rehearsed.result(), rehearsed.events());
  }

  /**
   * Rebuilds every domain record of this tenant from his events alone, byte for byte, in a store that
   * holds none of them: enrollments, attempts, courses, the organisation, certifications. Personal
   * records are no part of it, nor is content's own state. Two replays of one log give the same bytes.
   *
   * @param target another store, opened with {@link #KINDS}
   * @return how many events were read
   * @throws IllegalArgumentException if the target already holds a domain record of this tenant
   */
  public long replay(Store target) {
    scope.require("lms.replay", "");
    return Replay.into(scope, PROJECTIONS, target);
  }

  /** What facades are bound to: for the modules of LMSKit, not for hosts. */
  public Scope scope() {
    return scope;
  }

  /**
   * Tells the listeners of every tenant what they have not heard yet. Commits do this by themselves;
   * it is needed after a failure, and where the host commits. What fails for one tenant is thrown when the others were served.
   */
  public void deliver() {
    Maintenance.run(scope, Maintenance::deliver);
  }

  /**
   * Emits every time-driven event that became due, exactly once, until none is left: for each tenant in
   * the order of time over all of his learners, each with all that follows from it; what is due at one
   * instant in the order of its ids. After a downtime it catches up, and the events say when they should
   * have come.
   *
   * <p>What fails, because a reaction of a module throws or a tenant's database is down, stops only what
   * depends on it: the later timers of the same learner, or of all whom a version's day concerns. It is
   * logged, stays due and is tried again by every later call; {@link #health} shows it until it succeeds.
   *
   * @return what was seen to, and what failed
   */
  public AdvanceReport advance() {
    return advance(Duration.ofDays(1));
  }

  /** Like {@link #advance()}, but stops after about this long; the rest comes with the next call. */
  public AdvanceReport advance(Duration budget) {
    scope.require("lms.advance", "");
    return AdvanceReport.of(scope, scope.engine().now().plus(budget));
  }

  /**
   * Removes the files that nothing claims any more, those of tenants who never wrote a record
   * included. A dry run removes none.
   *
   * @param olderThan files put later than this long ago stay: what they belong to may be on its way
   * @throws org.lmskit.model.RejectedException HOST_TRANSACTION on a store that joins the host's
   *     transactions: what it still can roll back may need the files
   */
  public void collectGarbage(Duration olderThan) {
    Maintenance.run(scope, call -> call.collectGarbage(olderThan));
  }

  /**
   * All that a host should do now and then: delivery, time-driven events, sealing, upkeep of the
   * store and garbage collection (not on a store that joins the host's transactions). Safe to call
   * from many JVMs. What fails for one tenant stops nothing of the others, and is thrown in the end; a tenant whose database is
   * down is tried once. What fails of timers is not thrown, but shows in {@link #health}, as in {@link #advance()}.
   *
   * @param budget about how long it may take; no kind of work takes all of it, and what is left of one comes with a later call
   */
  public void maintenance(Duration budget) {
    scope.require("lms.maintenance", "");
    Maintenance.run(scope, call -> call.all(given.notary(), budget));
  }

  /**
   * What waits to be done and what fails, over all tenants: what an operator should see. A tenant whose database is down
   * hides nothing of the others, and stands among what fails.
   *
   * @throws org.lmskit.model.StoreFailureException if not even the tenants can be told
   */
  public Health health() {
    scope.require("lms.health", "");
    return Health.of(scope);
  }

  /** Collects what an engine is made of. */
  public static final class Builder {
    private final Store store;
    private final ContentStore content;
    private final Map<String, LmsListener> listeners = new LinkedHashMap<>();
    private final List<LmsModule> modules = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();
    private @Nullable Supplier<String> ids;
    private Function<TenantId, ZoneId> zone = tenant -> ZoneId.of("UTC");
    private Authorizer authorizer = Authorizer.ALLOW_ALL;
    private Ledger.Notary notary = Ledger.Notary.DEFAULT;
    private SignatureVerifier signatures = SignatureVerifier.NONE;

    private Builder(Store store, ContentStore content) {
      this.store = store;
      this.content = content;
    }

    /** The only source of time; the system's without it. */
    public Builder clock(Clock source) {
      this.clock = source;
      return this;
    }

    /** The only source of chance; a secure one without it. */
    public Builder random(RandomGenerator source) {
      this.random = source;
      return this;
    }

    /** Gives new ids, 1 to 128 characters; time-ordered UUIDs without it. */
    public Builder ids(Supplier<String> source) {
      this.ids = source;
      return this;
    }

    /** The zone of each tenant's civil days, where a person has none of his own; UTC without it. */
    public Builder zone(Function<TenantId, ZoneId> zoneOf) {
      this.zone = zoneOf;
      return this;
    }

    /** Decides who may do what; everything is allowed without it. */
    public Builder authorizer(Authorizer decides) {
      this.authorizer = decides;
      return this;
    }

    /**
     * Adds a module.
     *
     * @throws IllegalArgumentException if one of that name was added before
     */
    public Builder module(LmsModule module) {
      if (modules.stream().anyMatch(other -> other.name().equals(module.name()))) {
        throw new IllegalArgumentException("two modules are named " + module.name());
      }
      modules.add(module);
      return this;
    }

    /**
     * Signs the heads of the ledger and takes them out of this host's reach. Without it they are
     * signed with a key that is kept beside the log and go nowhere: then whoever owns the database
     * can rewrite history and sign it anew.
     */
    public Builder treeHeads(TreeHeadSigner signer, TreeHeadPublisher publisher) {
      this.notary = new Ledger.Notary(signer, publisher);
      return this;
    }

    /** Looks a second time at whoever signs an observation off; without it nobody can sign. */
    public Builder signatures(SignatureVerifier verifier) {
      this.signatures = verifier;
      return this;
    }

    /**
     * Adds a listener. Its position is stored under its name: a listener of a new name hears
     * everything from the beginning.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder listener(String name, LmsListener listener) {
      if (listeners.put(name, listener) != null) {
        throw new IllegalArgumentException("two listeners are named " + name);
      }
      return this;
    }

    /** The engine. */
    public Lms build() {
      Supplier<String> newId = ids == null ? new TimeOrderedIds(clock, random) : ids;
      Learning learning = Core.learning(modules);
      Engine engine = new Engine(
          store,
          content,
          clock,
          newId,
          random,
          zone,
          authorizer,
          Core.EVENTS,
          Core.reactions(learning, modules),
          Core.questions(learning),
          Core.timers(),
          new Deliveries(listeners, newId.get()));
      return new Lms(Scope.of(engine), new Given(notary, signatures, allKinds()));
    }

    private List<Kinds> allKinds() {
      List<Kinds> all = new ArrayList<>(List.of(KINDS));
      modules.forEach(module -> all.add(module.kinds()));
      return all;
    }
  }
}
