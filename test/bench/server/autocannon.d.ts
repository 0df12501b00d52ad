// autocannon ships no types: what the bench uses of it.
declare module 'autocannon' {
  interface Options { url: string; method: string; headers: Record<string, string>; body: string; connections: number; duration: number }
  interface Result { duration: number; errors: number; non2xx: number; '2xx': number }
  export default function autocannon(options: Options): Promise<Result>
}
