/** What the hosts of this module share: the web server. */
package org.lmskit.examples.web;
