package org.lmskit.xapi.emit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.AttemptRef;
import org.lmskit.learning.EnrollmentRef;
import org.lmskit.learning.Interaction;
import org.lmskit.model.TenantId;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.InteractionType;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;

/** The activities of one tenant: a course, its units, their parts and questions, below one URI. */
final class Activities {
  private static final String TYPES = "http://adlnet.gov/expapi/activities/";

  private final URI base;
  private final TenantId tenant;
  private final EventNames names;

  Activities(URI base, TenantId tenant, EventNames names) {
    this.base = base;
    this.tenant = tenant;
    this.names = names;
  }

  Activity course(EnrollmentRef of) {
    return activity(courseIri(of), "course", names.course(tenant, of.course(), of.version()));
  }

  Activity unit(AttemptRef at) {
    LanguageMap title = names.unit(tenant, at.of().course(), at.of().version(), at.unit());
    return activity(unitIri(at), "module", title);
  }

  /** A part of a unit, or the unit itself where it has no parts. */
  Activity part(AttemptRef at, @Nullable String part, String title) {
    if (part == null) {
      return unit(at);
    }
    LanguageMap name = title.isEmpty() ? LanguageMap.NONE : LanguageMap.of("und", title);
    return activity(partIri(at, part), "lesson", name);
  }

  Activity question(AttemptRef at, @Nullable String part, Interaction interaction) {
    String parent = part == null ? unitIri(at) : partIri(at, part);
    List<String> correct = interaction.correctResponses();
    Question asked = asked(at, interaction);
    ActivityDefinition.Builder definition = ActivityDefinition.builder()
        .type(new Iri(TYPES + "cmi.interaction"))
        .description(asked.description())
        .interactionType(InteractionType.named(interaction.type().word()))
        .correctResponses(correct.isEmpty() ? null : correct);
    asked.components().forEach(definition::components);
    return new Activity(
        new Iri(parent + "/questions/" + encoded(interaction.id())), definition.build());
  }

  /** What content says itself, else what is known by name. */
  private Question asked(AttemptRef at, Interaction interaction) {
    String description = interaction.description();
    return description.isEmpty()
        ? names
            .question(tenant, at, interaction.id())
            .orElseGet(() -> new Question(LanguageMap.NONE, Map.of()))
        : new Question(LanguageMap.of("und", description), Map.of());
  }

  private String courseIri(EnrollmentRef of) {
    return base.resolve("courses/" + encoded(of.course().value())).toString();
  }

  private String unitIri(AttemptRef at) {
    return courseIri(at.of()) + "/units/" + encoded(at.unit().value());
  }

  private String partIri(AttemptRef at, String part) {
    return unitIri(at) + "/parts/" + encoded(part);
  }

  private static Activity activity(String iri, String type, LanguageMap name) {
    ActivityDefinition definition =
        ActivityDefinition.builder().name(name).type(new Iri(TYPES + type)).build();
    return new Activity(new Iri(iri), definition);
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
