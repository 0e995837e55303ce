package org.lmskit.xapi.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.Verb;

/**
 * The formats in which a store returns statements, other than the exact one.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3, format"
 */
public final class StatementFormats {
  private static final StatementRewrite IDS = new Ids();

  private StatementFormats() {}

  /** The statement with as little of agents, groups, activities and verbs as identifies them. */
  public static Statement ids(Statement statement) {
    return IDS.statement(statement);
  }

  /**
   * The statement with what a store knows of its activities, and one language in each language map.
   *
   * @param definitions what the store knows of an activity; null if nothing
   * @param languages RFC 4647 ranges, the preferred one first
   */
  public static Statement canonical(
      Statement statement,
      Function<Iri, @Nullable ActivityDefinition> definitions,
      List<String> languages) {
    return new Canonical(definitions, languages).statement(statement);
  }

  private static final class Ids extends StatementRewrite {
    @Override
    Agent agent(Agent agent) {
      return agent.name() == null ? agent : new Agent(null, agent.identifier());
    }

    @Override
    Group group(Group group) {
      if (!group.isAnonymous()) return new Group(null, group.identifier(), List.of());
      return Group.anonymous(group.members().stream().map(this::agent).toList());
    }

    @Override
    Verb verb(Verb verb) {
      return new Verb(verb.id(), LanguageMap.NONE);
    }

    @Override
    Activity activity(Activity activity) {
      return new Activity(activity.id(), null);
    }
  }

  private static final class Canonical extends StatementRewrite {
    private final Function<Iri, @Nullable ActivityDefinition> definitions;
    private final List<String> languages;

    Canonical(Function<Iri, @Nullable ActivityDefinition> definitions, List<String> languages) {
      this.definitions = definitions;
      this.languages = languages;
    }

    @Override
    Verb verb(Verb verb) {
      return new Verb(verb.id(), choose(verb.display()));
    }

    @Override
    Activity activity(Activity activity) {
      ActivityDefinition known = definitions.apply(activity.id());
      ActivityDefinition used = known == null ? activity.definition() : known;
      return new Activity(activity.id(), used == null ? null : definition(used));
    }

    @Override
    List<Attachment> attachments(List<Attachment> attachments) {
      List<Attachment> chosen = new ArrayList<>(attachments.size());
      for (Attachment a : attachments) {
        chosen.add(new Attachment(
            a.usageType(),
            choose(a.display()),
            choose(a.description()),
            a.contentType(),
            a.length(),
            a.sha2(),
            a.fileUrl()));
      }
      return chosen;
    }

    private ActivityDefinition definition(ActivityDefinition d) {
      return new ActivityDefinition(
          choose(d.name()),
          choose(d.description()),
          d.type(),
          d.moreInfo(),
          d.interactionType(),
          d.correctResponses(),
          components(d.components()),
          d.extensions());
    }

    private Map<InteractionList, List<InteractionComponent>> components(
        Map<InteractionList, List<InteractionComponent>> all) {
      if (all.isEmpty()) return Collections.emptyMap();
      Map<InteractionList, List<InteractionComponent>> chosen =
          new EnumMap<>(InteractionList.class);
      all.forEach((list, components) -> chosen.put(
          list,
          components.stream()
              .map(one -> new InteractionComponent(one.id(), choose(one.description())))
              .toList()));
      return chosen;
    }

    private LanguageMap choose(LanguageMap map) {
      return LanguageNegotiation.choose(map, languages);
    }
  }
}
