package org.lmskit.xapi.emit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lmskit.Lms;
import org.lmskit.assessment.ItemScore;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.AttemptRef;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.workforce.Learner;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.LanguageMap;

/**
 * Names as the learning management system itself knows them. A learner is the account of the host's
 * id, with his name.
 */
public final class LmsNames implements EventNames {
  private final Supplier<Lms> lms;
  private final URI homePage;

  /**
   * Names from an engine.
   *
   * @param lms asked with each batch of events, since the emitter is built before the engine
   * @param homePage of the host's accounts
   */
  public LmsNames(Supplier<Lms> lms, URI homePage) {
    this.lms = lms;
    this.homePage = homePage;
  }

  @Override
  public Optional<Agent> agent(TenantId tenant, LearnerKey key) {
    Learner learner =
        lms.get().tenant(tenant).workforce().learners(List.of(key)).get(key);
    if (learner == null) {
      return Optional.empty();
    }
    Agent agent = Agent.account(homePage.toString(), learner.id().value());
    String name = learner.profile().name();
    return Optional.of(name.isEmpty() ? agent : agent.named(name));
  }

  @Override
  public LanguageMap course(TenantId tenant, CourseId course, int version) {
    return find(tenant, course, version)
        .map(found -> ItemQuestion.languages(found.course().title()))
        .orElse(LanguageMap.NONE);
  }

  @Override
  public LanguageMap unit(TenantId tenant, CourseId course, int version, UnitId unit) {
    return find(tenant, course, version).stream()
        .flatMap(found -> found.course().units().stream())
        .filter(one -> one.id().equals(unit))
        .findFirst()
        .map(Unit::title)
        .map(ItemQuestion::languages)
        .orElse(LanguageMap.NONE);
  }

  /** In the words of the version by which the answer was scored. */
  @Override
  public Optional<Question> question(TenantId tenant, AttemptRef at, String id) {
    Lms of = lms.get().tenant(tenant);
    return of.assessments().row(at.attempt()).stream()
        .flatMap(row -> row.items().stream())
        .map(ItemScore::ref)
        .filter(ref -> ref.item().value().equals(id))
        .findFirst()
        .flatMap(ref -> of.itemBanks().find(ref.item(), ref.version()))
        .map(version -> ItemQuestion.of(version.item()));
  }

  @Override
  public Optional<String> text(TenantId tenant, Sha256 digest) {
    return lms.get().tenant(tenant).workforce().text(digest);
  }

  private Optional<CourseVersion> find(TenantId tenant, CourseId course, int version) {
    return lms.get().tenant(tenant).catalog().find(course, version);
  }
}
