/** What a browser sees at the endpoint: no script, nothing from elsewhere. */
export const landingPage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>微项 GraphQL</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}pre{background:#f3f4f6;padding:1rem;overflow:auto}</style>
<h1>微项 GraphQL</h1>
<p>这里是本租户的接口，请用 POST 发送 JSON。可以内省，类型、字段与参数都有说明。</p>
<p lang="en">This is the tenant’s API. Send JSON by POST. Introspection is on: every type, field and argument is described.</p>
<pre>curl -H 'content-type: application/json' -d '{"query":"{ viewer { person { name } } }"}' <em>URL</em></pre>
</html>
`;
