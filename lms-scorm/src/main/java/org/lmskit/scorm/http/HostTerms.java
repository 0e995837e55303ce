package org.lmskit.scorm.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpRequest;
import org.lmskit.scorm.LaunchView;

/**
 * What the host has chosen.
 *
 * @param home where whoever has a link that names no launch is sent
 * @param exitUrl where the player leads when it is left
 * @param contentOrigin of content; empty for the host's own
 * @param playerOrigin of the pages that may frame content of another origin
 * @param policy of content
 * @param links by which launches are reached; null for their ids
 */
record HostTerms(
    String home,
    Function<LaunchView, String> exitUrl,
    Function<HttpRequest, String> contentOrigin,
    Function<HttpRequest, String> playerOrigin,
    ContentPolicy policy,
    @Nullable LaunchLinks links) {

  static HostTerms of(String exitUrl) {
    return new HostTerms(
        exitUrl, launch -> exitUrl, request -> "", request -> "", ContentPolicy.DEFAULT, null);
  }

  HostTerms withExitUrl(Function<LaunchView, String> url) {
    return new HostTerms(home, url, contentOrigin, playerOrigin, policy, links);
  }

  HostTerms withOrigins(
      Function<HttpRequest, String> content, Function<HttpRequest, String> player) {
    return new HostTerms(home, exitUrl, content, player, policy, links);
  }

  HostTerms withPolicy(ContentPolicy other) {
    return new HostTerms(home, exitUrl, contentOrigin, playerOrigin, other, links);
  }

  HostTerms withLinks(LaunchLinks signed) {
    return new HostTerms(home, exitUrl, contentOrigin, playerOrigin, policy, signed);
  }

  /** The Content-Security-Policy of content that is asked for by this request. */
  String policyOf(HttpRequest request) {
    return contentOrigin.apply(request).isEmpty()
        ? policy.onHostsOrigin()
        : policy.onItsOwn(playerOrigin.apply(request));
  }
}
