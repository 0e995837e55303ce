package org.lmskit.xapi.lrs;

import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;

/**
 * The keys of a document's place; a record of {@link DocumentRecord} explains each.
 *
 * @param documentId the stateId or profileId itself
 */
record DocumentPlace(
    String key,
    String set,
    @Nullable String registered,
    @Nullable String agent,
    String documentId) {
  static DocumentPlace of(DocumentId id) {
    Keys keys = new Keys();
    DocumentSet set = id.set();
    String agent = agentOf(set);
    String activity = activityOf(set);
    String registration = registrationOf(set);
    String setHash =
        keys.hash(set.resource() + '\n' + activity + '\n' + (agent == null ? "" : agent));
    return new DocumentPlace(
        keys.hash(setHash + '\n' + (registration == null ? "" : registration) + '\n' + id.id()),
        setHash,
        registration == null ? null : keys.hash(setHash + '\n' + registration),
        agent == null ? null : keys.hash(agent),
        id.id());
  }

  private static @Nullable String agentOf(DocumentSet set) {
    Actor agent = null;
    if (set instanceof DocumentSet.State state) {
      agent = state.agent();
    } else if (set instanceof DocumentSet.AgentProfile profile) {
      agent = profile.agent();
    }
    return agent == null ? null : StatementKeys.identity(agent);
  }

  private static String activityOf(DocumentSet set) {
    if (set instanceof DocumentSet.State state) {
      return state.activity().toString();
    }
    return set instanceof DocumentSet.ActivityProfile profile
        ? profile.activity().toString()
        : "";
  }

  private static @Nullable String registrationOf(DocumentSet set) {
    boolean registered = set instanceof DocumentSet.State state && state.registration() != null;
    return registered ? String.valueOf(((DocumentSet.State) set).registration()) : null;
  }
}
