/** Jira and Jira Service Management: webhooks of Server, Data Center and Cloud, issues of the REST API. */
package dev.signalbox.intake.jira;
